package dev.touchstone.review.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Decision;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.EscalatedToHuman;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import dev.touchstone.review.pages.PageCatalog.Exhibit;

/** Reviews to look at, told once for all tests that look. */
@ApplicationScoped
public class Exhibits {

    private static final String REPORT = "judge_report.jsonl";
    private static final Map<Stage, List<String>> FILES = Map.of(
            Stage.SECURITY, List.of("security_report.jsonl", "security_summary.json"),
            Stage.FUNCTIONAL, List.of("functional_report.jsonl", "functional_summary.json"),
            Stage.JUDGE, List.of(REPORT, "relay_logs.jsonl", "judge_summary.json"));

    private final Talk talk;
    private final URI files;
    private final Map<String, Exhibit> told = new ConcurrentHashMap<>();

    Exhibits(Talk talk, @ConfigProperty(name = "touchstone.services.sandbox-url") URI files) {
        this.talk = talk;
        this.files = files;
    }

    /** It waits for a person. */
    public Exhibit waiting() {
        return told.computeIfAbsent("waiting", ignored -> tell(course(new Reviews())));
    }

    /** A person has approved it, and it is published. */
    public Exhibit published() {
        return told.computeIfAbsent("published",
                ignored -> tell(course(new Reviews()).decided(1, Decision.APPROVED, Stage.JUDGE).published()));
    }

    /** Nothing has happened yet. */
    public Exhibit begun() {
        return told.computeIfAbsent("begun", ignored -> tell(new Reviews().requested(Stage.PRECHECK, 1)));
    }

    /**
     * A review that holds the text wherever it can.
     *
     * @param ended whether it has; otherwise it waits for a person
     */
    public Exhibit hostile(String text, boolean ended) {
        return told.computeIfAbsent(ended + text, ignored -> {
            UUID id = UUID.randomUUID();
            Map<Stage, List<ArtifactRef>> files = new EnumMap<>(Stage.class);
            FILES.forEach((stage, names) -> files.put(stage, names.stream()
                    .map(name -> artifact(name, HostileEvents.report(example(name), text))).toList()));
            talk.tellRaw(HostileEvents.of(id, text, ended, files));
            return new Exhibit(id, ended ? HostileEvents.agent(id) : text,
                    Artifacts.digest(HostileEvents.report(example(REPORT), text)));
        });
    }

    private Exhibit tell(Reviews review) {
        talk.tell(review);
        return new Exhibit(review.id(), review.review().agentId(), Artifacts.digest(example(REPORT)));
    }

    private Reviews course(Reviews review) {
        return review.passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 1).gateFailed(Stage.SECURITY, 1)
                .tell(Stage.SECURITY, 1, new EscalatedToHuman("2 of 40 attacks got through"), examples(Stage.SECURITY))
                .requested(Stage.FUNCTIONAL, 1).tell(Stage.FUNCTIONAL, 1,
                        new Completed(JsonNodeFactory.instance.objectNode(), Map.of("score", 0.5), List.of()),
                        examples(Stage.FUNCTIONAL))
                .judgedManual()
                .tell(Stage.JUDGE, 1, new Completed(JsonNodeFactory.instance.objectNode(),
                        Map.of("score", 0.625, "alpha", 0.41, "alpha_low", -0.1, "alpha_high", 0.8, "effective_jurors", 1.4,
                                "position_bias", -2.5, "fallback_share", 0.075, "confounded", 1.0),
                        List.of("One juror did not answer in time")), examples(Stage.JUDGE))
                .run(RunState.ONLINE, "")
                .asked(1, Stage.JUDGE, "The jurors disagree about safety: one of them saw a key in an answer.");
    }

    private Evidence examples(Stage stage) {
        return Evidence.of(FILES.getOrDefault(stage, List.of()).stream().map(name -> artifact(name, example(name))).toList());
    }

    /** A file that is kept where the service fetches it. */
    private ArtifactRef artifact(String name, byte[] content) {
        String digest = Artifacts.digest(content);
        URI address = files.resolve("/artifacts/" + digest);
        keep(address, content);
        return new ArtifactRef(name, name.endsWith(".json") ? "application/json" : "application/jsonl", content.length, digest,
                address);
    }

    private static byte[] example(String name) {
        try (InputStream file = Exhibits.class.getResourceAsStream("/examples/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void keep(URI address, byte[] content) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(address).PUT(HttpRequest.BodyPublishers.ofByteArray(content)).build(),
                    BodyHandlers.discarding());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
