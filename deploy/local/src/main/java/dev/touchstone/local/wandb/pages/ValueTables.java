package dev.touchstone.local.wandb.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.EmulatedRun;

/** Summary and config by name; tables that were logged are shown as tables. */
final class ValueTables {

    private static final int TABLE_ROWS = 200;

    private ValueTables() {
    }

    static Html summary(EmulatedRun run) {
        String summary = run.summary();
        return summary == null ? Html.NONE
                : Json.parse(summary).map(object -> table("Summary", object, run))
                        .orElseGet(() -> Sections.section("Summary", Html.of("<p>not JSON: <code>{}</code></p>",
                                Layout.shortened(summary))));
    }

    /** A config's members are wrapped: {@code {"lr": {"value": 0.1}}}. */
    static Html config(EmulatedRun run) {
        var unwrapped = Json.object();
        Json.parse(run.profile().config()).ifPresent(config -> config.properties()
                .forEach(member -> unwrapped.set(member.getKey(), member.getValue().path("value"))));
        return unwrapped.isEmpty() ? Html.NONE : table("Config", unwrapped, run);
    }

    private static Html table(String title, JsonNode values, EmulatedRun run) {
        List<Html> rows = values.properties().stream()
                .map(member -> Html.of("<tr><th scope=\"row\"><code>{}</code></th><td>{}</td></tr>", member.getKey(),
                        value(member.getValue(), run)))
                .toList();
        return Sections.section(title,
                Html.of("<div class=\"wide\"><table class=\"values\"><tbody>{}</tbody></table></div>", Html.join(rows)));
    }

    private static Html value(JsonNode value, EmulatedRun run) {
        if (value.path("_type").asText().equals("table-file")) {
            Optional<Blob> file = run.files().find(value.path("path").asText());
            return file.flatMap(content -> Json.parse(content.text())).map(ValueTables::logged)
                    .orElseGet(() -> Html.of("a table whose file {} was not uploaded", value.path("path").asText()));
        }
        return Html.of("{}", Layout.shortened(HistoryRow.display(value)));
    }

    /** {@code {"columns": […], "data": [[…], …]}}. */
    static Html logged(JsonNode table) {
        List<Html> rows = new ArrayList<>();
        for (JsonNode row : table.path("data")) {
            if (rows.size() < TABLE_ROWS) {
                rows.add(Html.of("<tr>{}</tr>", cells("td", row)));
            }
        }
        return Html.of("""
                <details><summary>{} rows</summary><div class="wide"><table><thead><tr>{}</tr></thead><tbody>
                {}
                </tbody></table></div></details>""", table.path("data").size(), cells("th", table.path("columns")),
                Html.join(rows));
    }

    private static Html cells(String element, JsonNode values) {
        List<Html> cells = new ArrayList<>();
        values.forEach(value -> cells.add(element.equals("th") ? Html.of("<th>{}</th>", text(value))
                : Html.of("<td>{}</td>", text(value))));
        return Html.join(cells);
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() ? null : Layout.shortened(HistoryRow.display(value));
    }
}
