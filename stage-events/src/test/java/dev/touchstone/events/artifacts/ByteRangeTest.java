package dev.touchstone.events.artifacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({ "bytes=0-0,0,0", "bytes=2-5,2,5", "bytes=2-,2,9", "bytes=-3,7,9", "bytes=-30,0,9", "bytes=5-400,5,9",
            "bytes= 9-999999999999999999 ,9,9" })
    void oneRangeIsAPart(String header, int from, int to) {
        assertEquals(new ByteRange.Part(from, to), ByteRange.of(header, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "bytes=", "bytes=-", "bytes=5-2", "bytes=0-1,4-5", "lines=0-1", "bytes=a-b",
            "bytes=0-9999999999999999999999", "0-1" })
    void whatIsNoSingleRangeIsAnsweredWithTheWhole(String header) {
        assertInstanceOf(ByteRange.Whole.class, ByteRange.of(header, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = { "bytes=10-", "bytes=10-12", "bytes=-0", "bytes=999999999999999999-" })
    void whatLiesOutsideCannotBeServed(String header) {
        assertInstanceOf(ByteRange.Unsatisfiable.class, ByteRange.of(header, 10));
    }

    @Test
    void ofNothingThereIsNoPart() {
        assertInstanceOf(ByteRange.Unsatisfiable.class, ByteRange.of("bytes=-1", 0));
        assertInstanceOf(ByteRange.Whole.class, ByteRange.of(null, 0));
    }
}
