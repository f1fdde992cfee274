"""RTF as plain text."""

import pytest

from rewriter.errors import InputError
from rewriter.fhir.rich_text import read_rtf

FONTS = r"{\fonttbl{\f0\fswiss Arial;}{\f3\fbidi \froman\fcharset2\fprq2{\*\panose 05}Symbol;}}"


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (r"{\rtf1\ansi Wt shift R x10\par Step taps\line CGA}", "Wt shift R x10\nStep taps\nCGA"),
        (r"{\rtf1\ansi\ansicpg1252 Flex \u8805? 90\'b0\tab w/b\_ing}", "Flex ≥ 90°\tw/b-ing"),
        (r"{\rtf1\ansi\ansicpg1251 \'e0}", "а"),  # noqa: RUF001 - Cyrillic, as its code page says
        (r"{\rtf1\mac caf\'8e}", "café"),
        (r"{\rtf1\pc caf\'82}", "café"),
        (r"{\rtf1\ansi\ansicpg65001 90°}", "90°"),
        (r"{\rtf1 \trowd\cellx1000\cellx2000 Berg\cell 40/56\cell\row}", "Berg|40/56|"),
        (r"{\rtf1 {\*\generator X;}{\info{\title T}}{\stylesheet{\s1 Normal;}}Gait{\pict\pngblip 89504e}}", "Gait"),
        (r"{\rtf1" + FONTS + r"{\listtext\pard\plain\f3\fs20 \'b7\tab}\f0 Gait}", "·\tGait"),
        (r"{\rtf1 \u-3913?\tab Gait}", "•\tGait"),
        (r"{\rtf1 \u-10179?\u-8704? Gait}", "\U0001f600 Gait"),
        (r"{\rtf1 opt\-ional 1{\super st}}", "optional 1st"),
        (r"{\rtf1\ansi\binfsxn4\v0 {\pict{\*\picprop x}89504e} Gait}", "Gait"),
        (
            r'{\rtf1 {\field{\*\fldinst HYPERLINK "a"}{\fldrslt 1}} & {\field{\*\fldinst HYPERLINK "b"}{\fldrslt 2}}}',
            "1 & 2",
        ),
    ],
)
def test_rtf_reads_as_it_looks(rtf: str, text: str) -> None:
    assert read_rtf(rtf.encode()).strip() == text


@pytest.mark.parametrize(
    ("rtf", "reason"),
    [
        (r"{\rtf1 Gait {\strike with RW}}", "strikes text out"),
        (r"{\rtf1 Gait {\striked1 with RW}}", "strikes text out"),
        (r"{\rtf1 Gait {\deleted with RW}}", "strikes text out"),
        (r"{\rtf1 Gait {\v with RW}}", "hides text"),
        (r"{\rtf1 BP 12{\super 2}}", "raises or lowers a number"),
        (r"{\rtf1 BP {\b 12}{\fs16\sub 2}}", "raises or lowers a number"),
        (r"{\rtf1 Falls {\field{\*\fldinst FORMCHECKBOX {\*\formfield{\ffres1}}}{\fldrslt }} no}", "fields of a form"),
        (r"{\rtf1 Gait{\footnote not with RW}}", "footnote"),
        (r"{\rtf1 Gait{\shp{\*\shpinst{\shptxt with RW}}}}", "text box"),
        (r"{\rtf1 {\pict\bin3 abc}Gait}", "binary data"),
        (r"{\rtf1" + FONTS + r"Flex {\f3\fs20 \'b3} 90}", "symbols"),
        (r"{\rtf1 Flex \u-3917? 90}", "symbols"),
        (r"{\rtf1\ansicpg10000 Gait}", "cannot be read"),
        (r"{\rtf1\ansicpg1252 \'81}", "cannot be read"),
        ("Gait", "cannot be read"),
    ],
)
def test_what_would_not_say_the_same_is_refused(rtf: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        read_rtf(rtf.encode())
    assert "RW" not in str(caught.value)
