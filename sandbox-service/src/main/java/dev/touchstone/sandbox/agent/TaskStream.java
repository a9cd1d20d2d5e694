package dev.touchstone.sandbox.agent;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.egress.EventReader;
import dev.touchstone.sandbox.egress.Fetched;
import dev.touchstone.sandbox.egress.HostileJson;
import dev.touchstone.sandbox.egress.ServerSentEvent;

/**
 * An agent that answers as it goes. Each event changes the task as it is known here, until its state or a message ends the
 * answer; a stream that stops before leaves a task that can be asked for.
 */
final class TaskStream implements EventReader {

    /** After these the task may still go on at the agent's; after others, asking for it would come to the same. */
    private static final Set<FailureCode> BREAKS = Set.of(FailureCode.BROKEN, FailureCode.CONNECT);

    private final A2aBinding binding;
    private final ObjectNode task = JsonNodeFactory.instance.objectNode();
    private final OnTheWay onTheWay = new OnTheWay();
    private final ArtifactChunks artifacts = new ArtifactChunks(former -> onTheWay.add(A2aSpeech.ofArtifact(former)));
    private @Nullable Reading end;

    TaskStream(A2aBinding binding) {
        this.binding = binding;
    }

    @Override
    public boolean hasEnough(ServerSentEvent event) {
        end = switch (HostileJson.read(event.data())) {
            case HostileJson.Parsed.Invalid(FailureCode code, String detail) ->
                new Reading.Unusable(code, detail).quoting(event.data());
            case HostileJson.Parsed.Valid(JsonNode json) -> binding.error(json)
                    .<@Nullable Reading> map(error -> error).orElseGet(() -> take(binding.result(json)));
        };
        return end != null;
    }

    /** What it comes to if the stream ended here. */
    Reading end() {
        Reading known = end;
        if (known != null) {
            return known instanceof Reading.Unusable unusable ? unusable.quoting(soFar().text()) : known;
        }
        String id = Resumption.id(task, "id");
        return id == null ? Reading.notUnderstood("the stream ended before an answer").quoting(soFar().text())
                : new Reading.Working(id, soFar());
    }

    /** The same where it did not end well. */
    Reading brokenOff(Fetched.Failure failure) {
        boolean goesOn = BREAKS.contains(failure.code()) && Resumption.id(task, "id") != null;
        return goesOn ? end() : new Reading.Unusable(failure.code(), failure.detail()).quoting(soFar().text());
    }

    /** All that was said by now, the pieces of artifacts with it. */
    private Utterance soFar() {
        return onTheWay.with(A2aSpeech.ofTask(whole()));
    }

    private @Nullable Reading take(JsonNode result) {
        JsonNode status = event(result, "statusUpdate", "status-update");
        if (status.isObject()) {
            know(status);
            task.set("status", status.path("status"));
            return state();
        }
        JsonNode artifact = event(result, "artifactUpdate", "artifact-update");
        if (artifact.isObject()) {
            know(artifact);
            artifacts.add(artifact.path("artifact"), artifact.path("append").asBoolean());
            return null;
        }
        if (A2aReader.taskIn(result) instanceof ObjectNode snapshot) {
            task.setAll(snapshot);
            A2aText.elements(snapshot.path("artifacts")).forEach(each -> artifacts.add(each, false));
            return state();
        }
        onTheWay.add(A2aSpeech.ofTask(whole()));
        return answered(new A2aReader(binding).result(result));
    }

    private @Nullable Reading state() {
        boolean working = A2aReader.WORKING.contains(binding.state(task.path("status").path("state").asText()));
        if (working) {
            onTheWay.add(A2aSpeech.ofMessage(task.path("status").path("message")));
        }
        return working ? null : answered(new A2aReader(binding).task(whole()));
    }

    private Reading answered(Reading reading) {
        return reading instanceof Reading.Said said
                ? new Reading.Said(onTheWay.with(said.utterance()), said.goesOn())
                : reading;
    }

    /** 1.0 and HTTP+JSON name an event by its member, 0.3 over JSON-RPC by its kind. */
    private static JsonNode event(JsonNode result, String member, String kind) {
        return result.path("kind").asText().equals(kind) ? result : result.path(member);
    }

    private void know(JsonNode update) {
        keep("id", update.path("taskId"));
        keep("contextId", update.path("contextId"));
        keep("metadata", update.path("metadata"));
    }

    private void keep(String member, JsonNode told) {
        if (!told.isMissingNode()) {
            task.set(member, told);
        }
    }

    private ObjectNode whole() {
        task.set("artifacts", artifacts.whole());
        return task;
    }
}
