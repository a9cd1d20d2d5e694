package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.judge.jury.Tokens;

/** Whatever a host does is a reply. */
class HostFaultsTest {

    private static final String GOOD = """
            {"model":"model-1","choices":[{"finish_reason":"stop","message":{"content":"{}"}}]}""";

    private final ModelHost host = new ModelHost();

    @AfterEach
    void close() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource({ "408, 0", "429, 0", "429, 'Sun, 01 Nov 2020 12:00:00 GMT'", "500, soon", "503, -1" })
    void whatPassesIsAskedAgain(int status, String retryAfter) throws InterruptedException {
        // Given
        host.answering(status, "{}", "Retry-After", retryAfter).answering(200, GOOD);
        // When
        ModelReply reply = ask(host.url("/v1"));
        // Then
        assertEquals(new ModelReply.Text("{}", "model-1", Tokens.UNKNOWN), reply);
        assertEquals(2, host.asked().size());
    }

    @ParameterizedTest
    @CsvSource({ "500, 0, 3", "429, 3600, 1", "429, 'Fri, 01 Nov 2126 12:00:00 GMT', 1", "404, 0, 1", "400, 0, 1",
            "401, 0, 1" })
    void whatDoesNotPassIsTold(int status, String retryAfter, int tries) throws InterruptedException {
        // Given
        host.answering(status, "{\"error\":\"key-of-the-operator is wrong\"}", "Retry-After", retryAfter);
        // When
        ModelReply reply = ask(host.url("/v1"));
        // Then
        assertEquals(new ModelReply.Unavailable("the model's host answered " + status), reply);
        assertEquals(tries, host.asked().size());
    }

    @Test
    void aRedirectIsNotFollowed() throws InterruptedException {
        // Given
        host.answering(307, "", "Location", "/elsewhere").answering(200, GOOD);
        // Then
        assertEquals(new ModelReply.Unavailable("the model's host answered 307"), ask(host.url("/v1")));
        assertEquals(1, host.asked().size());
    }

    @Test
    void moreThanIsReadIsNotWaitedFor() throws InterruptedException {
        // Given
        host.answering(200, "x".repeat(70_000));
        // Then
        assertEquals(new ModelReply.Unavailable("the host's answer is larger than what is read"), ask(host.url("/v1")));
    }

    @Test
    void aHostThatSaysNothingIsGivenUp() throws InterruptedException {
        // Given
        host.hanging();
        // Then
        assertEquals(new ModelReply.Unavailable("the model's host did not answer in time or cannot be reached"),
                ask(host.url("/v1")));
        assertEquals(3, host.asked().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "<html>gateway</html> | the host's answer is not JSON",
            "{} | the host's answer holds no reply",
            "null | the host's answer holds no reply", "'{\"choices\":[]}' | the host's answer holds no reply",
            "'{\"choices\":[{\"message\":{\"content\":\" \"}}]}' | the host's answer holds no reply" })
    void whatIsNoReplyIsMalformed(String body, String reason) throws InterruptedException {
        // Given
        host.answering(200, body);
        // Then
        assertEquals(new ModelReply.Malformed(reason, Tokens.UNKNOWN), ask(host.url("/v1")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:1/v1", "localhost:1/v1", "ftp://localhost/v1" })
    void anAddressThatCannotBeCalledIsAReplyAsWell(URI address) throws InterruptedException {
        assertEquals(ModelReply.Unavailable.class, ask(address).getClass());
    }

    @Test
    void secretsOfAReplyAreMasked() throws InterruptedException {
        // Given
        host.answering(200, GOOD.replace("{}", "sk-abcdefghijklmnopqrstuvwx"));
        // Then
        assertEquals(new ModelReply.Text("[masked:api_key]", "model-1", Tokens.UNKNOWN), ask(host.url("/v1")));
    }

    @Test
    void whoIsToldToStopStops() {
        // Given
        host.hanging();
        Thread.currentThread().interrupt();
        // Then
        assertThrows(InterruptedException.class, () -> ask(host.url("/v1")));
    }

    @Test
    void overItsRateAJurorIsNotAskedForLong() throws InterruptedException {
        // Given
        host.answering(200, GOOD);
        URI url = host.url("/v1");
        ChatModel slow = Prompted.model(Juror.at(url, "model-1").tuned(0, 64, 1), Prompted.settings(Provider.OPENAI, url));
        // When
        List<ModelReply> replies = List.of(slow.ask(Prompted.prompt("?")), slow.ask(Prompted.prompt("?")));
        // Then
        assertEquals(new ModelReply.Unavailable("the juror's calls of this minute are used up"), replies.getLast());
        assertEquals(1, host.asked().size());
    }

    private static ModelReply ask(URI address) throws InterruptedException {
        return Prompted.model(Juror.at(address, "model-1"), Prompted.settings(Provider.OPENAI, address))
                .ask(Prompted.prompt("?"));
    }
}
