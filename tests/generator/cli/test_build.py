"""What a command gets from its operation, and what its description changes."""

from __future__ import annotations

from generator.cli.build import UNSURE
from generator.cli.model import Column
from tests.generator.cli.conftest import Zoo


def named(zoo: Zoo, words: str) -> set[str]:
    line = zoo.line()
    command = zoo.command(words)
    return {flag for option in line.options_of(command) for flag in option.flags}


class TestFromTheOperation:
    def test_the_kind_and_its_traits(self, zoo: Zoo) -> None:
        kinds = {word: zoo.command(f"pets {word}").traits for word in zoo.commands}
        assert kinds == {
            "list": ("list", "all"),
            "show": ("show", "all"),
            "add": ("create", "input", "writes", "all"),
            "update": ("update", "input", "writes", "all"),
            "delete": ("delete", "confirm", "writes", "all"),
        }

    def test_a_command_without_a_document_or_with_a_file(self, zoo: Zoo) -> None:
        field = {"type": "string", "format": "binary", "description": "The photo."}
        form = {"type": "object", "properties": {"file": field}, "required": ["file"]}
        zoo.schema.call("pets.feed", "/zoos/{zoo}/pets/{pet}/_feed", "put")
        upload = zoo.schema.call("pets.upload", "/zoos/{zoo}/pets/{pet}/photo", "post")
        upload["requestBody"] = {"required": True, "content": {"multipart/form-data": {"schema": form}}}
        zoo.index["arguments"] = {"path": {"description": "The file.", "completes": "file"}}
        zoo.commands.update(feed="pets.feed", photo="pets.upload")
        assert zoo.command("pets feed").traits == ("action", "writes", "all")
        photo = zoo.command("pets photo")
        assert photo.kind == "upload"
        assert [(one.name, one.completes) for one in photo.arguments][-1] == ("path", "file")

    def test_the_arguments_and_what_completes_them(self, zoo: Zoo) -> None:
        zoo_, pet = zoo.command("pets show").arguments
        assert (zoo_.name, zoo_.completes, zoo_.in_path, zoo_.required) == ("zoo", "", True, True)
        assert (pet.name, pet.completes, pet.label, pet.description) == ("pet", "pets.list", "name", "Name of the pet.")

    def test_the_list_in_the_path_of_the_command_completes(self, zoo: Zoo) -> None:
        zoo.schema.call("pets.feed", "/zoos/{zoo}/aliens/{pet}/_feed", "put")
        zoo.schema.call("pets.alien", "/zoos/{zoo}/aliens/{pet}", answer={"$ref": "#/components/schemas/Pet"})
        zoo.schema.call("pets.aliens", "/zoos/{zoo}/aliens/", answer={"$ref": "#/components/schemas/PetList"})
        zoo.commands.update(feed="pets.feed", alien="pets.alien", aliens="pets.aliens")
        found = {word: zoo.command(f"pets {word}").arguments[1].completes for word in ("show", "alien", "feed")}
        assert found == {"show": "pets.list", "alien": "pets.aliens", "feed": "pets.aliens"}
        zoo.commands["feed"] = {"operation": "pets.feed", "completes": {"pet": "pets.list"}}
        assert zoo.command("pets feed").arguments[1].completes == "pets.list"

    def test_the_index_names_the_member_that_completes(self, zoo: Zoo) -> None:
        zoo.index["labels"] = {"Pet": "mood"}
        assert zoo.command("pets show").arguments[1].label == "mood"

    def test_the_texts_the_request_and_the_objects(self, zoo: Zoo) -> None:
        show, add = zoo.command("pets show"), zoo.command("pets add")
        assert (show.summary, show.description) == ("Get the pet.", "With its `toys`.")
        assert show.request == "GET /zoos/{zoo}/pets/{pet}"
        assert (show.result, show.body) == ("Pet", "")
        assert (add.result, add.body, add.current) == ("Pet", "Pet", "")
        assert zoo.command("pets list").result == "Pet"
        assert zoo.command("pets update").current == "pets.get"

    def test_what_nobody_has_seen_work_is_described_so(self, zoo: Zoo) -> None:
        zoo.schema.fragments["pets"]["paths"]["/zoos/{zoo}/pets/{pet}"]["get"]["x-confidence"] = "inferred"
        assert zoo.command("pets show").description == UNSURE

    def test_the_columns_of_an_object_are_its_first_scalar_members(self, zoo: Zoo) -> None:
        assert [one.member for one in zoo.line().columns["Pet"]] == ["name", "mood", "born"]

    def test_the_question_is_the_summary(self, zoo: Zoo) -> None:
        assert zoo.command("pets delete").question == "Do it"


class TestQueryParameters:
    def test_get_an_option_of_their_name(self, zoo: Zoo) -> None:
        flag = zoo.schema.query("with_toys", schema={"type": "boolean"})
        zoo.schema.call("pets.list", "/zoos/{zoo}/pets/", parameters=[flag, zoo.schema.query("mood")])
        options = {one.flags[0]: one for one in zoo.line().options_of(zoo.command("pets list"))}
        assert (options["--with-toys"].value, options["--with-toys"].query) == ("", {"with_toys": True})
        assert (options["--mood"].value, options["--mood"].parameter) == ("MOOD", "mood")

    def test_get_a_described_option_if_it_sends_only_them(self, zoo: Zoo) -> None:
        zoo.options["wild"] = {"flags": ["--wild"], "description": "Only wild ones.", "query": {"mood": "wild"}}
        zoo.schema.call("pets.list", "/zoos/{zoo}/pets/", parameters=[zoo.schema.query("mood")])
        assert named(zoo, "pets list") >= {"--wild"}
        assert "--wild" not in named(zoo, "pets show")
        assert "--mood" not in named(zoo, "pets list")

    def test_a_listed_option_replaces_the_usual_one(self, zoo: Zoo) -> None:
        query = {"force": True}
        zoo.options["force"] = {"flags": ["--force"], "description": "Force it.", "query": query, "for": ["update"]}
        zoo.options["hard"] = {"flags": ["--hard"], "description": "Hard.", "query": query, "listed": True}
        force = [zoo.schema.query("force", schema={"type": "boolean"})]
        zoo.schema.call("pets.delete", method="delete", parameters=force)
        zoo.schema.call("pets.update", method="put", parameters=force)
        zoo.commands["delete"] = {"operation": "pets.delete", "options": ["hard"]}
        assert named(zoo, "pets delete") & {"--force", "--hard"} == {"--hard"}
        assert named(zoo, "pets update") & {"--force", "--hard"} == {"--force"}

    def test_a_fixed_value_takes_the_parameter(self, zoo: Zoo) -> None:
        zoo.schema.call("pets.list", "/zoos/{zoo}/pets/", parameters=[zoo.schema.query("mood")])
        zoo.commands["list"] = {"operation": "pets.list", "query": {"mood": "wild"}}
        assert "--mood" not in named(zoo, "pets list")

    def test_an_argument_takes_the_parameter(self, zoo: Zoo) -> None:
        zoo.schema.call("pets.list", "/zoos/{zoo}/pets/", parameters=[zoo.schema.query("mood")])
        zoo.commands["list"] = {"operation": "pets.list", "optional": ["mood"]}
        argument = zoo.command("pets list").arguments[1]
        assert (argument.query, argument.required, argument.keyword) == ("mood", False, "")


class TestFromTheDescription:
    def test_texts_traits_result_and_columns(self, zoo: Zoo) -> None:
        zoo.commands["show"] = {
            "operation": "pets.get",
            "summary": "Show it.",
            "description": "All of it.",
            "traits": ["plain", "confirm"],
            "question": "Sure",
            "result": "Look",
            "columns": ["name", {"member": "owner.name", "title": "who", "format": "list"}],
        }
        show = zoo.command("pets show")
        assert (show.summary, show.description, show.question) == ("Show it.", "All of it.", "Sure")
        assert show.traits == ("show", "plain", "confirm")
        assert show.result == "Look"
        assert show.columns == (Column("name", "name"), Column("owner.name", "who", "list"))

    def test_a_function_needs_no_operation(self, zoo: Zoo) -> None:
        zoo.index["commands"] = {"wash": {"run": "zoo.wash", "summary": "Wash.", "repeated": "zoo"}}
        wash = zoo.command("wash")
        assert (wash.kind, wash.run, wash.request, wash.traits) == ("run", "zoo.wash", "", ("run", "all"))
        assert [(one.name, one.repeated, one.required) for one in wash.arguments] == [("zoo", True, False)]

    def test_groups_below_groups(self, zoo: Zoo) -> None:
        del zoo.commands["delete"]
        zoo.group["groups"] = {"end": {"summary": "The end", "commands": {"now": "pets.delete"}}}
        assert zoo.command("pets end now").operation == "pets.delete"
