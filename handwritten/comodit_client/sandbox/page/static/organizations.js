/** The organizations with their environments and definitions. */
import { button, byId, element, keepingFocus, list } from "./dom.js";

let shown = "";

/**
 * @param {(names: Record<string, string>) => void} openOwner
 * @param {(names: Record<string, string>) => void} openDefinition
 */
export function startOrganizations(openOwner, openDefinition) {
  return (/** @type {any} */ document) => {
    const found = document.organizations.map((one) => ({
      name: one.name, environments: one.environments.map((environment) => environment.name), definitions: one.definitions,
    }));
    const text = JSON.stringify(found);
    if (text === shown) return;
    shown = text;
    const container = byId("organizations");
    keepingFocus(container, () =>
      container.replaceChildren(...found.flatMap((one) => organization(one, openOwner, openDefinition))));
  };
}

function organization(one, openOwner, openDefinition) {
  const key = (...names) => JSON.stringify([one.name, ...names]);
  const environments = one.environments.map((environment) =>
    button(environment, key("environments", environment), () => openOwner({ organization: one.name, environment })));
  return [
    element("h3", {}, one.name),
    button(`Settings of ${one.name}`, key(), () => openOwner({ organization: one.name })),
    ...group("Environments", environments),
    ...Object.entries(one.definitions).flatMap(([family, names]) =>
      group(family[0].toUpperCase() + family.slice(1), names.map((name) =>
        button(name, key(family, name), () => openDefinition({ organization: one.name, family, definition: name }))))),
  ];
}

function group(title, buttons) {
  return buttons.length ? [element("h4", {}, title), list(buttons, "tags")] : [];
}
