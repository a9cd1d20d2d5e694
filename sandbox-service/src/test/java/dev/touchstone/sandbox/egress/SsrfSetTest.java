package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The labelled set of URLs, tricks of the name service and redirects that try to get inside, and of public ones that only look
 * so. The whole set goes through the real vetting, and its redirects through the real way out.
 */
class SsrfSetTest {

    private static final Logger LOG = Logger.getLogger(SsrfSetTest.class);
    private static final String ALLOWED = "allowed";
    private static final Map<String, String> CLOSED = Map.of("closed-ranges", "9.9.9.0/24, 2620:fe::/48");

    private final EgressFixture fixture = new EgressFixture(CLOSED);

    /**
     * One line of the set.
     *
     * @param url that is submitted; null where it is a redirect of the agent's that tries
     * @param redirect where the agent redirects to, by {@code status}
     * @param expected the code of the refusal, or {@code allowed}
     * @param dns what the name service says
     */
    record Line(@Nullable String url, @Nullable String redirect, @Nullable Integer status, String expected, String note,
            @Nullable Map<String, List<String>> dns) {

        @Override
        public String toString() {
            return note + ": " + (url == null ? "redirect to " + redirect : url);
        }
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theSetIsLargeEnough() throws IOException {
        // Given
        List<Line> set = set();
        Map<String, Integer> counts = new TreeMap<>();
        // When
        set.forEach(line -> counts.merge(line.expected(), 1, Integer::sum));
        // Then
        LOG.infof("%d lines, of which %d are redirects; by code: %s", set.size(),
                set.stream().filter(line -> line.redirect() != null).count(), counts);
        int allowed = counts.getOrDefault(ALLOWED, 0);
        assertTrue(allowed >= 20 && set.size() - allowed >= 140, counts::toString);
    }

    @Test
    void whatLeadsInsideIsRefusedWithItsCodeAndWhatIsPublicIsAllowed() throws IOException {
        // Given
        List<Executable> checks = new ArrayList<>();
        for (Line line : set()) {
            checks.add(
                    () -> assertEquals(line.expected(), line.url() == null ? redirected(line) : vetted(line), line::toString));
        }
        // Then
        assertAll(checks);
    }

    private static String vetted(Line line) throws InterruptedException {
        FixedResolver resolver = resolver(line, new FixedResolver());
        return switch (new Vetting(resolver, EgressFixture.config(CLOSED)).vet(String.valueOf(line.url()))) {
            case Vetted.Admitted admitted -> ALLOWED;
            case Vetted.Refused(var reasons) -> reasons.getFirst().code().code();
        };
    }

    private String redirected(Line line) throws InterruptedException {
        int status = line.status() == null ? 302 : line.status();
        resolver(line, fixture.resolver());
        try (RawServer agent = RawServer.answering((port, times) -> "HTTP/1.1 " + status + " Elsewhere\r\nLocation: "
                + String.valueOf(line.redirect()).replace("{port}", Integer.toString(port))
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")) {
            Fetched fetched = fixture.send(Call.get(agent.url("/")));
            return fetched instanceof Fetched.Failure failure ? failure.code().code() : fetched.toString();
        }
    }

    private static FixedResolver resolver(Line line, FixedResolver resolver) {
        if (line.dns() != null) {
            line.dns().forEach((name, addresses) -> resolver.with(name, addresses.toArray(String[]::new)));
        }
        return resolver;
    }

    private static List<Line> set() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Line> lines = new ArrayList<>();
        try (InputStream stored = Objects.requireNonNull(SsrfSetTest.class.getResourceAsStream("/egress/ssrf.jsonl"))) {
            for (String line : new String(stored.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                lines.add(json.readValue(line, Line.class));
            }
        }
        return lines;
    }
}
