package dev.touchstone.sandbox.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void theSameTextHasNone() {
        assertTrue(Difference.between("r.jsonl", "{\"a\":1}\n", "{\"a\":1}\n").isEmpty());
    }

    @Test
    void theFirstMemberThatDiffersIsNamedByLineAndPointer() {
        // When
        Difference found = between("{\"a\":1}\n{\"b\":{\"c/d\":[1,2,{\"e\":\"x\"}]},\"z\":0}\n",
                "{\"a\":1}\n{\"b\":{\"c/d\":[1,2,{\"e\":\"y\"}]},\"z\":1}\n");
        // Then
        assertEquals(new Difference("r.jsonl", 2, "/b/c~1d/2/e", "\"x\"", "\"y\""), found);
    }

    @Test
    void aMemberThatIsMissingIsNullAndOneThatIsNullIsWritten() {
        assertEquals(new Difference("r.jsonl", 1, "/b", "null", null), between("{\"a\":1,\"b\":null}\n", "{\"a\":1}\n"));
        assertEquals(new Difference("r.jsonl", 1, "/1", null, "2"), between("[1]\n", "[1,2]\n"));
    }

    @Test
    void aLineThatIsMissingHasNoPointer() {
        assertEquals(new Difference("r.jsonl", 2, null, null, "{}"), between("{}\n", "{}\n{}\n"));
    }

    @Test
    void theSameJsonInOtherBytesIsADifferenceOfTheLine() {
        assertEquals(new Difference("r.jsonl", 1, null, "{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}"),
                between("{\"a\":1,\"b\":2}\n", "{\"b\":2,\"a\":1}\n"));
        assertEquals(new Difference("r.jsonl", null, null, "the ends of the lines", "the ends of the lines"),
                between("{}\r\n", "{}\n"));
    }

    @Test
    void valuesAreCut() {
        // When
        Difference found = between("{\"a\":\"" + "x".repeat(10_000) + "\"}", "not JSON " + "y".repeat(10_000));
        // Then
        assertEquals(Difference.LONGEST_VALUE, String.valueOf(found.stored()).length());
        assertEquals(Difference.LONGEST_VALUE, String.valueOf(found.replayed()).length());
    }

    private static Difference between(String stored, String replayed) {
        return Difference.between("r.jsonl", stored, replayed).orElseThrow();
    }
}
