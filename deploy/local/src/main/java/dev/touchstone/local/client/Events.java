package dev.touchstone.local.client;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Prints what happened in a review, each event once, wherever it was heard of first. */
public final class Events {

    /** All of it is in the JSON. */
    private static final int DATA_COLUMNS = 120;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Submissions submissions;
    private final Output output;
    private final boolean json;
    private final Set<String> printed = new HashSet<>();

    public Events(Submissions submissions, Output output, boolean json) {
        this.submissions = submissions;
        this.output = output;
        this.json = json;
    }

    /** Prints all that is kept and was not printed yet; empty if that went well. */
    public Optional<Answer> printKept(String id) throws InterruptedException {
        String cursor = "";
        do {
            Answer answer = submissions.events(id, cursor);
            if (!(answer instanceof Answer.Success(int status, var page))) {
                return Optional.of(answer);
            }
            page.path("items").forEach(this::print);
            String next = page.path("next").asText("");
            // A cursor that leads nowhere must not lead there for ever.
            cursor = page.path("next").isTextual() && !next.equals(cursor) ? next : "";
        } while (!cursor.isEmpty());
        return Optional.empty();
    }

    /** Prints one that was heard of on the stream. */
    public void print(ServerEvent event) {
        if (!event.type().isEmpty() && !event.type().equals("message")) {
            // The stream says things of its own, such as that it has ended.
            return;
        }
        try {
            JsonNode data = JSON.readTree(event.data());
            if (data.isObject()) {
                print(data);
            }
        } catch (JsonProcessingException noEvent) {
            // What is kept is printed at the end, and says it again.
        }
    }

    private void print(JsonNode event) {
        if (!printed.add(identity(event))) {
            return;
        }
        if (json) {
            output.jsonLine(event);
        } else {
            output.line("%-27s  %-11s%-4s%-24s%s", event.path("occurredAt").asText(""), event.path("stage").asText(""),
                    attempt(event), event.path("event").asText(""), Plain.fit(event.path("data").toString(), DATA_COLUMNS));
        }
    }

    private static String identity(JsonNode event) {
        JsonNode id = event.path("id");
        return id.isValueNode() && !id.isNull() ? id.asText() : event.toString();
    }

    private static String attempt(JsonNode event) {
        return event.path("attempt").isInt() ? "#" + event.path("attempt").asInt() : "";
    }
}
