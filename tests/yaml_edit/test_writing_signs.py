"""Characters that must not stand in a file are written as YAML reads them back."""

import pytest
import yaml

from sitegen.yaml_edit.writing import scalar


@pytest.mark.parametrize(
    "text", ["a\u00a0😀 b", "x\ty", "\U000e0041z", "rivi\u2028toinen", "Ähtäri 😀", '"lainaus" \\']
)
@pytest.mark.parametrize("style", ["", "'", '"'])
@pytest.mark.parametrize("flow", [False, True])
def test_every_sign_is_read_back(text: str, style: str, flow: bool) -> None:
    written = scalar(text, flow=flow, style=style)
    read = yaml.safe_load(f"[{written}]")[0] if flow else yaml.safe_load(f"key: {written}")["key"]
    assert read == text
    assert "\n" not in written
