"""A small document, and its changes."""

from __future__ import annotations

OLD = """\
openapi: 3.1.0
info: {title: Zoo, version: '1'}
security: [{basic: []}]
paths:
  /pets:
    parameters:
      - {name: zone, in: header, schema: {type: string}}
    get:
      operationId: pets.list
      parameters:
        - {name: limit, in: query, schema: {type: integer, default: 20, maximum: 100}}
        - {$ref: '#/components/parameters/sort'}
      responses:
        200:
          description: The pets.
          headers: {X-Total: {schema: {type: integer}}}
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}
            text/csv: {schema: {type: string}}
    post:
      operationId: pets.create
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NewPet'}
      responses:
        '201':
          description: The pet.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
  /pets/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: The pet.
          content:
            application/json:
              schema:
                type: object
                properties:
                  owner:
                    type: object
                    required: [name]
                    properties:
                      name: {type: string}
                      phone: {type: string}
    delete:
      operationId: pets.delete
      responses:
        '204': {description: Deleted.}
components:
  securitySchemes:
    basic: {type: http, scheme: basic}
    key: {type: apiKey, in: header, name: X-Key}
  parameters:
    sort:
      name: sort
      in: query
      schema:
        type: string
        enum: [name, age]
  schemas:
    Named:
      type: object
      required: [name]
      properties:
        name:
          type: string
    Pet:
      allOf:
        - $ref: '#/components/schemas/Named'
        - type: object
          properties:
            state:
              $ref: '#/components/schemas/State'
            age:
              type: [integer, 'null']
            born:
              type: string
              format: date
              x-python-name: born_on
            parent:
              anyOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]
            labels:
              type: object
              additionalProperties: {type: string}
            tags:
              type: array
              items:
                type: string
    NewPet:
      type: object
      required: [name]
      properties:
        name:
          type: string
          maxLength: 80
        nickname:
          type: string
          description: What it is called at home.
        weight:
          type: integer
        zone:
          type: [string, 'null']
    State:
      type: string
      enum:
        - HEALTHY
        - ILL
"""
#: What is replaced, by what, the identifier of the change, and text of the line that is reported.
BREAKING = {
    "operation renamed": ("pets.list", "pets.all", "operation-renamed pets.list", "operationId"),
    "operation removed": (
        "    delete:\n      operationId: pets.delete\n      responses:\n        '204': {description: Deleted.}\n",
        "",
        "operation-removed pets.delete",
        "delete:",
    ),
    "operation without a name removed": (
        "    get:\n      parameters",
        "    x-get:\n      parameters",
        "operation-removed GET /pets/{id}",
        "get:",
    ),
    "operation moved": ("  /pets:\n", "  /animals:\n", "operation-moved pets.list", "get:"),
    "method changed": ("    delete:", "    patch:", "operation-moved pets.delete", "patch:"),
    "parameter removed": (
        "        - {$ref: '#/components/parameters/sort'}\n",
        "",
        "parameter-removed pets.list.sort",
        "sort",
    ),
    "parameter of a path item removed": (
        "    parameters:\n      - {name: zone, in: header, schema: {type: string}}\n",
        "",
        "parameter-removed pets.list.zone",
        "zone",
    ),
    "parameter renamed": ("name: limit", "name: size", "parameter-renamed pets.list.limit", "name: size"),
    "path parameter renamed": ("name: id,", "name: pet,", "parameter-renamed GET /pets/{id}.id", "name: pet,"),
    "parameter moved to the header": (
        "name: limit, in: query",
        "name: limit, in: header",
        "parameter-removed pets.list.limit",
        "limit",
    ),
    "required parameter added": (
        "        - {$ref: '#/components/parameters/sort'}\n",
        "        - {$ref: '#/components/parameters/sort'}\n        - {name: day, in: query, required: true}\n",
        "required-parameter-added pets.list.day",
        "name: day",
    ),
    "parameter becomes required": (
        "name: limit,",
        "required: true, name: limit,",
        "became-required pets.list.limit",
        "limit",
    ),
    "type of a parameter changes": (
        "{type: integer, default",
        "{type: string, default",
        "type-changed pets.list.limit",
        "limit",
    ),
    "default of a parameter changes": ("default: 20", "default: 50", "default-changed pets.list.limit", "default"),
    "limit of a parameter is lower": ("maximum: 100", "maximum: 50", "maximum-changed pets.list.limit", "limit"),
    "value of a parameter removed": ("[name, age]", "[name]", "enum-value-removed parameters.sort.age", "[name, age]"),
    "member renamed": ("        nickname:", "        alias:", "member-renamed NewPet.nickname", "alias:"),
    "member removed": ("        weight:\n          type: integer\n", "", "member-removed NewPet.weight", "weight:"),
    "member of a base removed": (
        "      properties:\n        name:\n          type: string\n    Pet",
        "      properties: {}\n    Pet",
        "member-removed Named.name",
        "name:",
    ),
    "member of an inline schema removed": (
        "                      phone: {type: string}\n",
        "",
        "member-removed GET /pets/{id}.response.200.owner.phone",
        "phone",
    ),
    "enum value removed": ("        - ILL\n", "", "enum-value-removed State.ILL", "- ILL"),
    "member of a request becomes required": (
        "[name]\n      properties:\n        name:\n          type: string\n          max",
        "[name, weight]\n      properties:\n        name:\n          type: string\n          max",
        "became-required NewPet.weight",
        "weight:",
    ),
    "required member added": (
        "      required: [name]\n      properties:\n        name:\n          type: string\n          max",
        "      required: [name, chip]\n      properties:\n        chip: {}\n"
        "        name:\n          type: string\n          max",
        "required-member-added NewPet.chip",
        "chip: {}",
    ),
    "member of a response becomes optional": (
        "    Named:\n      type: object\n      required: [name]\n",
        "    Named:\n      type: object\n",
        "became-optional Named.name",
        "name:",
    ),
    "type of a member changes": (
        "        weight:\n          type: integer",
        "        weight:\n          type: string",
        "type-changed NewPet.weight",
        "weight:",
    ),
    "member of a response becomes nullable": (
        "              format: date",
        "              nullable: true\n              format: date",
        "nullable-changed Pet.born",
        "born:",
    ),
    "member of a request is not nullable any longer": (
        "          type: [string, 'null']",
        "          type: string",
        "nullable-changed NewPet.zone",
        "zone:",
    ),
    "format changes": ("format: date", "format: date-time", "format-changed Pet.born", "born:"),
    "reference changes": (
        "$ref: '#/components/schemas/State'",
        "$ref: '#/components/schemas/Named'",
        "type-changed Pet.state",
        "state:",
    ),
    "reference to a list": (
        "            parent:\n              anyOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]",
        "            parent:\n              {type: array, items: {$ref: '#/components/schemas/Pet'}}",
        "type-changed Pet.parent",
        "parent:",
    ),
    "items change": (
        "              items:\n                type: string",
        "              items:\n                type: integer",
        "type-changed Pet.tags[]",
        "items:",
    ),
    "values of a map change": (
        "additionalProperties: {type: string}",
        "additionalProperties: {type: integer}",
        "type-changed Pet.labels{}",
        "additionalProperties",
    ),
    "schema removed": (
        "    State:\n      type: string\n      enum:\n        - HEALTHY\n        - ILL\n",
        "",
        "schema-removed State",
        "State:",
    ),
    "becomes read-only": (
        "          type: integer\n        zone",
        "          type: integer\n          readOnly: true\n        zone",
        "became-read-only NewPet.weight",
        "weight:",
    ),
    "becomes write-only": (
        "              format: date\n",
        "              format: date\n              writeOnly: true\n",
        "became-write-only Pet.born",
        "born:",
    ),
    "Python name changes": (
        "x-python-name: born_on",
        "x-python-name: birthday",
        "python-name-changed Pet.born",
        "x-python-name",
    ),
    "Python name removed": ("              x-python-name: born_on\n", "", "python-name-changed Pet.born", "born:"),
    "Python name given": (
        "        weight:\n",
        "        weight:\n          x-python-name: kilos\n",
        "python-name-changed NewPet.weight",
        "x-python-name",
    ),
    "longest text is shorter": ("maxLength: 80", "maxLength: 40", "maxLength-changed NewPet.name", "name:"),
    "pattern added": ("maxLength: 80", "maxLength: 80\n          pattern: ^a", "pattern-changed NewPet.name", "name:"),
    "other members are rejected": (
        "    NewPet:\n",
        "    NewPet:\n      additionalProperties: false\n",
        "members-closed NewPet",
        "NewPet:",
    ),
    "body becomes required": (
        "      requestBody:\n",
        "      requestBody:\n        required: true\n",
        "became-required pets.create.request",
        "requestBody:",
    ),
    "media type removed": (
        "            text/csv: {schema: {type: string}}\n",
        "",
        "media-type-removed pets.list.response.200.text/csv",
        "text/csv",
    ),
    "body has another media type": (
        "      requestBody:\n        content:\n          application/json",
        "      requestBody:\n        content:\n          text/xml",
        "media-type-removed pets.create.request.application/json",
        "application/json",
    ),
    "status of success changes": (
        "        '201':",
        "        '200':",
        "status-changed pets.create.response.201",
        "'200':",
    ),
    "response header removed": (
        "          headers: {X-Total: {schema: {type: integer}}}\n",
        "",
        "header-removed pets.list.response.200.headers.X-Total",
        "X-Total",
    ),
    "security scheme removed": (
        "    key: {type: apiKey, in: header, name: X-Key}\n",
        "",
        "security-scheme-removed securitySchemes.key",
        "key:",
    ),
    "security scheme changes": (
        "name: X-Key",
        "name: X-Token",
        "security-scheme-changed securitySchemes.key",
        "X-Token",
    ),
    "other credentials are needed": (
        "security: [{basic: []}]",
        "security: [{key: []}]",
        "security-changed pets.list",
        "get:",
    ),
}
#: The same for changes that break nobody.
HARMLESS = {
    "operation added": (
        "    delete:",
        "    put: {operationId: pets.replace, responses: {}}\n    delete:",
        "operation-added pets.replace",
        "put:",
    ),
    "operation deprecated": (
        "operationId: pets.list",
        "operationId: pets.list\n      deprecated: true",
        "operation-deprecated pets.list",
        "get:",
    ),
    "parameter added": (
        "        - {$ref: '#/components/parameters/sort'}\n",
        "        - {$ref: '#/components/parameters/sort'}\n        - {name: day, in: query}\n",
        "parameter-added pets.list.day",
        "name: day",
    ),
    "parameter accepts more": (
        "{type: integer, default",
        "{type: number, default",
        "type-changed pets.list.limit",
        "limit",
    ),
    "limit of a parameter is higher": ("maximum: 100", "maximum: 500", "maximum-changed pets.list.limit", "limit"),
    "value of a parameter added": (
        "[name, age]",
        "[name, age, born]",
        "enum-value-added parameters.sort.born",
        "born]",
    ),
    "member added": (
        "        weight:\n",
        "        height: {type: integer}\n        weight:\n",
        "member-added NewPet.height",
        "height:",
    ),
    "enum value added": ("        - ILL\n", "        - ILL\n        - LOST\n", "enum-value-added State.LOST", "- LOST"),
    "member of a response is always sent": (
        "        - type: object\n",
        "        - type: object\n          required: [age]\n",
        "became-required Pet.age",
        "age:",
    ),
    "member of a request becomes optional": (
        "      required: [name]\n      properties:\n        name:\n          type: string\n          max",
        "      properties:\n        name:\n          type: string\n          max",
        "became-optional NewPet.name",
        "name:",
    ),
    "member of a request becomes nullable": (
        "        weight:\n          type: integer",
        "        weight:\n          type: [integer, 'null']",
        "nullable-changed NewPet.weight",
        "weight:",
    ),
    "member of a response is never null": (
        "type: [integer, 'null']",
        "type: integer",
        "nullable-changed Pet.age",
        "age:",
    ),
    "schema added": ("    State:\n", "    Food: {type: object}\n    State:\n", "schema-added Food", "Food:"),
    "error described": (
        "        '204': {description: Deleted.}",
        "        '204': {description: Deleted.}\n        '404': {description: Unknown.}",
        "errors-added pets.delete.response",
        "'404'",
    ),
    "media type added": (
        "            text/csv: {schema",
        "            text/xml: {}\n            text/csv: {schema",
        "media-type-added pets.list.response.200.text/xml",
        "text/xml",
    ),
    "operation named": (
        "    get:\n      parameters:\n        - {name: id",
        "    get:\n      operationId: pets.get\n      parameters:\n        - {name: id",
        "operation-named GET /pets/{id}",
        "get:",
    ),
    "security scheme added": (
        "    key: {",
        "    token: {type: http, scheme: bearer}\n    key: {",
        "security-scheme-added securitySchemes.token",
        "token:",
    ),
}
