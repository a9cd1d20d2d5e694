package dev.touchstone.telemetry.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.ReviewerStatement;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.telemetry.evidence.Plan.Label;
import dev.touchstone.telemetry.evidence.Plan.Source;
import dev.touchstone.telemetry.wandb.ExtendedJson;

/** What an event brings to its run besides its line. Pure: the same event in the same setting brings the same. */
final class EvidenceOf {

    private static final Set<Stage> EXAMINING = Set.of(Stage.SECURITY, Stage.FUNCTIONAL, Stage.JUDGE);
    /** A summary is a service's own words, but a bound costs nothing. */
    private static final int MOST_SUITES = 20;

    private final StageEvent event;
    private final Setting setting;
    private final List<Plan> plans = new ArrayList<>();

    private EvidenceOf(StageEvent event, Setting setting) {
        this.event = event;
        this.setting = setting;
    }

    static List<Plan> event(StageEvent event, Setting setting, Function<Occasion, Level> policy) {
        EvidenceOf evidence = new EvidenceOf(event, setting);
        evidence.collect();
        AlertOf.event(event, setting, policy).ifPresent(evidence.plans::add);
        return List.copyOf(evidence.plans);
    }

    private void collect() {
        switch (event.body()) {
            case StageStatement.Completed completed -> examined(completed.summary(), null);
            case StageStatement.Failed failed -> examined(failed.summary(), failed.reasonCode());
            case StageStatement.Published ignored -> ledger();
            case StageStatement.Rejected ignored -> ledger();
            case OwnerStatement.Cancelled ignored -> ledger();
            case StageStatement ignored -> {
            }
            case OwnerStatement ignored -> {
            }
            case ReviewerStatement ignored -> {
            }
            case RecordStatement ignored -> {
            }
            case UnknownBody ignored -> {
            }
        }
    }

    private void examined(@Nullable JsonNode summary, @Nullable String reasonCode) {
        if (!EXAMINING.contains(event.stage())) {
            return;
        }
        if (summary != null) {
            summary.path("suites").valueStream().limit(MOST_SUITES).filter(EvidenceOf::isPinned).map(EvidenceOf::suite)
                    .forEach(plans::add);
        }
        List<Source> files = files();
        if (!files.isEmpty()) {
            plans.add(new Plan.StageFiles(stageLabel(files, summary, reasonCode), files));
        }
    }

    private static boolean isPinned(JsonNode suite) {
        return ArtifactRef.DIGEST.matcher(suite.path("digest").asText()).matches();
    }

    private static Plan suite(JsonNode suite) {
        String name = suite.path("name").asText("unnamed");
        String version = suite.path("version").asText("unknown");
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", name);
        metadata.put("version", version);
        metadata.put("digest", suite.path("digest").asText());
        return new Plan.TestSuite(
                new Label(WandbNames.collection(name, "suite"), "dataset", "Cases that agents are tested with",
                        List.of(WandbNames.alias("version", version)), nodes(metadata)),
                suite.path("digest").asText());
    }

    /** Two files of one name are told apart by their content: in an artifact a path stands once. */
    private List<Source> files() {
        Map<String, Source> byPath = new LinkedHashMap<>();
        for (ArtifactRef file : event.evidence().artifacts()) {
            Source source = Source.of(file);
            Source before = byPath.putIfAbsent(source.path(), source);
            if (before != null && !before.digest().equals(source.digest())) {
                byPath.putIfAbsent(source.apart().path(), source.apart());
            }
        }
        return List.copyOf(byPath.values());
    }

    private Label stageLabel(List<Source> files, @Nullable JsonNode summary, @Nullable String reasonCode) {
        Map<String, Object> metadata = position();
        metadata.put("stage", event.stage().key());
        metadata.put("attempt", event.attempt());
        metadata.put("outcome", reasonCode == null ? "completed" : "failed");
        put(metadata, "reason_code", reasonCode);
        put(metadata, "verdict", summary == null ? null : summary.path("verdict").textValue());
        if (summary != null && summary.path("suites").isArray()) {
            metadata.put("suites", summary.path("suites"));
        }
        Map<String, String> digests = new LinkedHashMap<>();
        files.forEach(file -> digests.put(file.path(), file.digest()));
        metadata.put("digests", digests);
        List<String> aliases = aliases();
        aliases.add("attempt-" + event.attempt());
        return new Label(collection(event.stage().key()), event.stage().key(),
                "What attempt " + event.attempt() + " of the stage " + event.stage().key() + " left behind", aliases,
                nodes(metadata));
    }

    private void ledger() {
        plans.add(new Plan.LedgerExport(new Label(collection("ledger"), "ledger",
                "The submission's entries in the ledger", aliases(), nodes(position())), event.id()));
    }

    /** W&B calls the version that comes last the latest. What comes too late must not be, so it has a collection apart. */
    private String collection(String holds) {
        return WandbNames.collection(event.review().agentId(), setting.late() ? holds + ".late" : holds);
    }

    private Map<String, Object> position() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("submission_id", event.submissionId().toString());
        metadata.put("workflow_run_id", event.review().workflowRunId().toString());
        metadata.put("round", setting.round());
        metadata.put("agent_id", event.review().agentId());
        metadata.put("revision", event.review().revision());
        metadata.put("event_id", event.id().toString());
        put(metadata, "policy_version", setting.policyVersion());
        return metadata;
    }

    private List<String> aliases() {
        List<String> aliases = new ArrayList<>();
        aliases.add("round-" + setting.round());
        aliases.add(WandbNames.alias("revision", event.review().revision()));
        return aliases;
    }

    private static void put(Map<String, Object> metadata, String key, @Nullable String value) {
        if (value != null) {
            metadata.put(key, value);
        }
    }

    private static Map<String, JsonNode> nodes(Map<String, Object> values) {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        values.forEach((key, value) -> nodes.put(key, ExtendedJson.node(value)));
        return nodes;
    }
}
