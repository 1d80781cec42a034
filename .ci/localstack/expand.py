"""What CloudFormation makes of template.yaml: AWS's own translator turns SAM's resources into plain ones.

    expand.py [TEMPLATE]      prints it as JSON; artefacts that are not in a bucket are taken to be in one

LocalStack's engine looks for references before it expands, so it is given the outcome.
"""

import json
import os
import pathlib
import re
import sys

sys.dont_write_bytecode = True
LOCAL = re.compile(r"(CodeUri|ContentUri|DefinitionUri): (?!s3:)(\S+)")


def expanded(path):
    os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")
    from samtranslator.translator.transform import transform
    from samtranslator.yaml_helper import yaml_parse

    template = yaml_parse(LOCAL.sub(r"\1: s3://bucket/\2", pathlib.Path(path).read_text("utf-8")))
    parameters = {name: each["Default"] for name, each in template["Parameters"].items() if "Default" in each}
    return transform(template, {**parameters, "AWS::StackName": "mailcheck"}, NoPolicies())


class NoPolicies:
    """We name no managed policies that it would have to look up."""

    def load(self):
        return {}


if __name__ == "__main__":
    project = pathlib.Path(__file__).resolve().parent.parent.parent
    print(json.dumps(expanded(sys.argv[1] if len(sys.argv) > 1 else project / "template.yaml"), indent=2))
