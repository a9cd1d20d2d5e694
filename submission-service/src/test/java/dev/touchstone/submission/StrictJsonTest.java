package dev.touchstone.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.resteasy.problem.HttpProblem;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "{", "{} {}", "{\"a\": 1, \"a\": 2}", "{\"a\": {\"b\": 1, \"b\": 1}}", "{'a': 1}",
            "{a: 1}", "[1,]", "[,]", "// no\n1", "NaN", "-Infinity", "01", "+1", "0x1", "\"\t\"", "\uFEFF{}", "{\"a\": 1,}" })
    void whatRfc8259DoesNotAllowIsRefused(String text) {
        assertEquals(400, refused(text.getBytes(StandardCharsets.UTF_8)).getStatusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = { "1e999", "-1e999", "1e-999", "9007199254740993", "0.1000000000000000055511151231257827",
            "123456789012345678901234567890", "1e1000000000", "1e-1000000000", "[[1e400]]" })
    void aNumberThatNoDoubleHoldsIsRefused(String text) {
        assertEquals(400, refused(text.getBytes(StandardCharsets.UTF_8)).getStatusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = { "0.1", "1e23", "9007199254740992", "-0", "1.50", "1.7976931348623157E308", "4.9E-324" })
    void aNumberThatADoubleHoldsIsKeptAsItIsWritten(String text) {
        assertEquals(0, StrictJson.read(text, "It").decimalValue().compareTo(new java.math.BigDecimal(text)));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        // Given an overlong form, half a character, and another encoding
        byte[] overlong = { '"', (byte) 0xc0, (byte) 0xaf, '"' };
        byte[] half = { '"', (byte) 0xe3, (byte) 0x81, '"' };
        byte[] surrogate = { '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"' };
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16LE);
        // Then
        for (byte[] bytes : new byte[][] { overlong, half, surrogate, utf16 }) {
            assertEquals(400, refused(bytes).getStatusCode());
        }
    }

    @Test
    void asMuchAsIsAllowedIsRead() {
        // Given
        String deep = "[".repeat(StrictJson.DEEPEST) + "]".repeat(StrictJson.DEEPEST);
        String name = "{\"" + "n".repeat(StrictJson.LONGEST_NAME) + "\": 1}";
        // Then
        assertEquals(deep, StrictJson.write(StrictJson.read(deep, "It")));
        assertEquals(1, StrictJson.read(name, "It").size());
    }

    @Test
    void moreThanIsAllowedIsRefused() {
        // Given
        String deeper = "[".repeat(StrictJson.DEEPEST + 1) + "]".repeat(StrictJson.DEEPEST + 1);
        String many = "[0" + ",0".repeat(StrictJson.MOST_TOKENS) + "]";
        String longName = "{\"" + "n".repeat(StrictJson.LONGEST_NAME * 2) + "\": 1}";
        String longNumber = "1" + "0".repeat(1_000);
        // Then
        for (String text : new String[] { deeper, many, longName, longNumber }) {
            assertEquals(413, refused(text.getBytes(StandardCharsets.UTF_8)).getStatusCode(), text.substring(0, 20));
        }
    }

    private static HttpProblem refused(byte[] bytes) {
        return assertThrows(HttpProblem.class, () -> StrictJson.read(ByteBuffer.wrap(bytes), "It"));
    }
}
