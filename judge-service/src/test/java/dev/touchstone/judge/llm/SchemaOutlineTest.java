package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SchemaOutlineTest {

    @Test
    void boundsGoAndMembersThatAreCalledLikeBoundsStay() {
        assertEquals("""
                {"type":"object","required":["minimum"],"properties":{"minimum":{"type":"array","items":{"type":"string"}},\
                "other":{"anyOf":[{"type":"null"},{"enum":["a","b"]}]}}}""",
                SchemaOutline.of("""
                        {"type":"object","required":["minimum"],"properties":{"minimum":{"type":"array","maxItems":5,\
                        "items":{"type":"string","maxLength":500}},\
                        "other":{"anyOf":[{"type":"null"},{"enum":["a","b"],"pattern":"a|b"}]}}}"""));
    }
}
