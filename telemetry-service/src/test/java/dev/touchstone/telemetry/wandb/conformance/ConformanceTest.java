package dev.touchstone.telemetry.wandb.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.Loopback;
import dev.touchstone.telemetry.wandb.Loopback.Reply;
import dev.touchstone.telemetry.wandb.Loopback.Request;
import dev.touchstone.telemetry.wandb.WandbVersions;

/**
 * Our client's traffic beside the official one's: the same requests in the same order, with the same fields, offsets,
 * counts and steps. Where it is another, the reason stands below; a difference that nobody declared fails the test, and
 * so does a declared one that is none.
 */
class ConformanceTest {

    private static final String NO_PYTHON = "there is neither Python nor a list of imports to tell of";
    private static final String WHOLE = "all is said each time, so that a repeated or late update leaves the same run";

    private static final List<Difference> DELIBERATE = List.of(
            Difference.in("OrganizationCoreWeaveOrganizationID", "of no use to a run; the answer may be an error"),
            Difference.in("Viewer again", "the Python side of the official client asks for itself"),
            Difference.in("graphql headers", "a program that is not the official client does not say that it were it",
                    "user-agent wandb-core", "user-agent " + WandbVersions.PRODUCER),
            Difference.in("graphql headers", "empty in the official client; the account is the key's",
                    "x-wandb-user-email", "x-wandb-username"),
            Difference.in("file_stream headers", "a program that is not the official client does not say that it were it",
                    "user-agent wandb-core", "user-agent " + WandbVersions.PRODUCER),
            Difference.in("UpsertBucket", NO_PYTHON, "own python_version", "t 3", "t 4", "t 12", "e python", "e executable"),
            Difference.in("UpsertBucket", "nobody's business who reads the run: paths, mail address, arguments, disks",
                    "e root", "e email", "e args", "e disk", "e memory", "e cpu_count"),
            Difference.in("UpsertBucket", "a number of processors that the JVM sees", "e cpu_count_logical"),
            Difference.in("UpsertBucket", "the environment is known from the start and told at once", "own e", "e host",
                    "e os", "e program", "e startedAt", "e writerId"),
            Difference.in("UpsertBucket", WHOLE, "groupName", "displayName", "notes", "host", "program", "jobType", "tags"),
            Difference.in("UpsertBucket", "names the run that is meant, also to a server that checks who may write", "id"));

    private final List<Request> ours = new ArrayList<>();
    private final Loopback wandb = new Loopback(ConformanceTest::answer);
    private final JsonNode official = official();
    private final Set<String> used = new TreeSet<>();

    @AfterEach
    void close() {
        wandb.close();
    }

    @Test
    void tellsARunAsTheOfficialClientDoes() throws Exception {
        // When
        new Story(wandb.client()).online();
        ours.addAll(requests(0));
        new Story(wandb.client()).resumed();

        // Then
        List<String> undeclared = new ArrayList<>(compared("online", ours));
        undeclared.addAll(compared("resumed", requests(ours.size())));
        undeclared.addAll(headers("graphql", wandb.seen().getFirst()));
        undeclared.addAll(
                headers("file_stream", requests(0).stream().filter(ConformanceTest::isStream).findFirst().orElseThrow()));
        assertEquals(List.of(), undeclared);
        assertEquals(List.of(), unused());
    }

    private List<String> compared(String run, List<Request> requests) {
        List<Facts> theirs = told(run);
        List<Facts> told = requests.stream().map(Facts::of).toList();
        assertEquals(theirs.stream().map(Facts::request).toList(), told.stream().map(Facts::request).toList(), run);
        List<String> undeclared = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            undeclared.addAll(undeclared(told.get(i).request(), theirs.get(i).facts(), told.get(i).facts()));
        }
        return undeclared;
    }

    /** Without the requests of which it is declared that ours does not ask them. */
    private List<Facts> told(String run) {
        List<Facts> told = new ArrayList<>();
        for (JsonNode written : official.path(run)) {
            Facts facts = Facts.of(written);
            boolean again = facts.request().equals("Viewer") && !told.isEmpty();
            String request = again ? "Viewer again" : facts.request();
            if (DELIBERATE.stream().anyMatch(known -> known.facts().isEmpty() && known.request().equals(request))) {
                used.add(request);
            } else {
                told.add(facts);
            }
        }
        return told;
    }

    private List<String> headers(String kind, Request request) {
        return undeclared(kind + " headers", Facts.texts(official.path("headers").path(kind)), Facts.ofHeaders(request));
    }

    private List<String> undeclared(String request, Set<String> theirs, Set<String> told) {
        Set<String> one = new LinkedHashSet<>(theirs);
        one.removeAll(told);
        Set<String> other = new LinkedHashSet<>(told);
        other.removeAll(theirs);
        one.addAll(other);
        List<String> undeclared = new ArrayList<>();
        for (String fact : one) {
            boolean known = DELIBERATE.stream().anyMatch(difference -> difference.request().equals(request)
                    && difference.facts().contains(fact));
            used.add(request + " " + fact);
            if (!known) {
                undeclared.add(request + ": " + (theirs.contains(fact) ? "only theirs: " : "only ours: ") + fact);
            }
        }
        return undeclared;
    }

    private List<String> unused() {
        return DELIBERATE.stream().flatMap(known -> known.facts().isEmpty() ? List.of(known.request()).stream()
                : known.facts().stream().map(fact -> known.request() + " " + fact)).filter(fact -> !used.contains(fact))
                .toList();
    }

    private List<Request> requests(int from) {
        List<Request> requests = wandb.seen().stream().filter(request -> request.method().equals("POST")).toList();
        return requests.subList(from, requests.size());
    }

    private static boolean isStream(Request request) {
        return request.path().endsWith("/file_stream");
    }

    private static Reply answer(Request request) {
        return Reply.json(switch (request.operation()) {
            case "Viewer" -> "{\"data\":{\"viewer\":{\"id\":\"x\",\"entity\":\"acme\",\"username\":\"bob\"}}}";
            case "ServerFeaturesQuery" -> """
                    {"data":{"serverInfo":{"features":[{"name":"EXPAND_DEFINED_METRIC_GLOBS","isEnabled":true}]}}}""";
            case "UpsertBucket" -> """
                    {"data":{"upsertBucket":{"inserted":true,"bucket":{"id":"storage","name":"sub-0004",
                    "project":{"name":"proj","entity":{"name":"acme"}},"historyLineCount":0}}}}""";
            case "RunResumeStatus" -> """
                    {"data":{"model":{"bucket":{"id":"storage","historyLineCount":3,"eventsLineCount":4,"logLineCount":2,
                    "historyTail":"[\\"{\\\\\\"_step\\\\\\":6}\\"]","eventsTail":"[]","summaryMetrics":"{\\"_step\\":6}",
                    "config":"{\\"lr\\":{\\"value\\":1},\\"nest\\":{\\"value\\":{}}}","tags":["main","v1"],"notes":null,
                    "wandbConfig":"{\\"t\\":{}}"}}}}""";
            case "NotifyScriptableRunAlert" -> "{\"data\":{\"notifyScriptableRunAlert\":{\"success\":true}}}";
            case "CreateRunFiles" -> """
                    {"data":{"createRunFiles":{"uploadHeaders":[],"files":[{"name":"config.yaml","uploadUrl":"/up/1"},
                    {"name":"wandb-summary.json","uploadUrl":"/up/2"}]}}}""";
            default -> "{}";
        });
    }

    private static JsonNode official() {
        try (InputStream in = ConformanceTest.class.getResourceAsStream("official-client.json")) {
            return ExtendedJson.read(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
