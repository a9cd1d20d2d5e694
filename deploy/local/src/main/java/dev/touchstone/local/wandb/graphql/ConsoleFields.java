package dev.touchstone.local.wandb.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.IntNode;

import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.EmulatedRun;

/** The console of a run, line by line, in both forms that clients send: plain with a time, or JSON. */
final class ConsoleFields {

    private static final Pattern PLAIN = Pattern
            .compile("(?<error>ERROR )?(?<time>\\d{4}-\\d\\d-\\d\\dT[\\d:.]+) (\\[(?<label>[^\\]]+)\\] )?(?<line>.*)",
                    Pattern.DOTALL);

    private ConsoleFields() {
    }

    static void add(Type type, EmulatedRun run) {
        type.with("logLines", field -> new Type.Value.Single(page(run, field)));
    }

    private static Type page(EmulatedRun run, Field field) {
        List<Map.Entry<Integer, String>> lines = new ArrayList<>(run.lines().of(EmulatedRun.CONSOLE).entrySet());
        int last = field.count("last", lines.size());
        return Connections.page("LogLine", field.arguments().has("last") ? all(field) : field,
                lines.subList(Math.max(0, lines.size() - last), lines.size()), ConsoleFields::line);
    }

    /** The tail is not cut into pages. */
    private static Field all(Field field) {
        return new Field(field.key(), field.name(), Json.object().put("first", Integer.MAX_VALUE), field.selection());
    }

    private static Type line(Map.Entry<Integer, String> line) {
        Type type = new Type("LogLine").leaf("number", () -> IntNode.valueOf(line.getKey()));
        Matcher plain = PLAIN.matcher(line.getValue());
        return Json.parse(line.getValue())
                .map(json -> type.text("level", Json.text(json, "level")).text("timestamp", Json.text(json, "ts"))
                        .text("label", Json.text(json, "label")).text("line", Json.text(json, "content")))
                .orElseGet(() -> plain.matches()
                        ? type.text("level", plain.group("error") == null ? null : "error")
                                .text("timestamp", plain.group("time")).text("label", plain.group("label"))
                                .text("line", plain.group("line"))
                        : type.text("level", null).text("timestamp", null).text("label", null)
                                .text("line", line.getValue()));
    }
}
