package dev.touchstone.submission.intake.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.resteasy.problem.HttpProblem;

class IdempotencyKeyTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {
            "|\"8e03978e-40d5\"|,|8e03978e-40d5|",
            "|  \"a b\" |,|a b|",
            "|\"say \\\"hi\\\" \\\\\"|,|say \"hi\" \\|",
            "|\"a\";v=1;w|,|a|",
            "|\"a\";v=\"x y\"|,|a|" })
    void aStringIsReadAsRfc9651Says(String header, String value) {
        assertEquals(new IdempotencyKey(value), IdempotencyKey.of(List.of(header)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "\"a", "a\"", "\"a\"b", "\"a\", \"b\"", "\"\\a\"", "\"\"", "\"é\"", "\"\t\"", ":YQ==:",
            "1", "?1", "(\"a\")", "\"a\";", "\"a\";V=1" })
    void anythingElseIsMalformed(String header) {
        assertThrows(HttpProblem.class, () -> IdempotencyKey.of(List.of(header)));
    }

    @Test
    void aKeyHasAtMost255Characters() {
        assertEquals(new IdempotencyKey("k".repeat(255)), IdempotencyKey.of(List.of('"' + "k".repeat(255) + '"')));
        assertThrows(HttpProblem.class, () -> IdempotencyKey.of(List.of('"' + "k".repeat(256) + '"')));
        assertThrows(HttpProblem.class, () -> IdempotencyKey.of(List.of('"' + "\\\\".repeat(100_000) + '"')));
    }

    @Test
    void noneIsNoneAndTwoAreTooMany() {
        assertNull(IdempotencyKey.of(List.of()));
        assertThrows(HttpProblem.class, () -> IdempotencyKey.of(List.of("\"a\"", "\"a\"")));
    }
}
