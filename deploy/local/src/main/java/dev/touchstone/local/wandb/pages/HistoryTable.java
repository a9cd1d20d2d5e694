package dev.touchstone.local.wandb.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The history as a table, newest line last. */
public final class HistoryTable {

    public static final List<String> COLUMNS = List.of("event/stage", "event/name", "event/severity");

    private static final int LINES = 1_000;
    private static final int OPEN_VALUES = 3;

    private HistoryTable() {
    }

    public static Html of(List<HistoryRow> history) {
        if (history.isEmpty()) {
            return Html.NONE;
        }
        List<HistoryRow> shown = history.subList(Math.max(0, history.size() - LINES), history.size());
        return Html.of("""
                <section><h2>History</h2><p class="quiet">{} of {} lines</p>
                <div class="wide"><table>
                <thead><tr><th class="number">Line</th><th class="number">Step</th><th>Time</th><th>Stage</th><th>Event</th>
                <th>Values</th></tr></thead>
                <tbody>
                {}
                </tbody></table></div></section>
                """, shown.size(), history.size(), Html.join(shown.stream().map(HistoryTable::row).toList()));
    }

    private static Html row(HistoryRow row) {
        return Html.of(
                """
                        <tr class="{}"><td class="number">{}</td><td class="number">{}</td><td class="time">{}</td><td>{}</td><td>{}</td>
                        <td>{}</td></tr>""",
                severity(row), row.line(), row.value("_step"), row.time(), row.value("event/stage"),
                row.value("event/name"), row.values().isPresent() ? values(row.others())
                        : Html.of("not JSON: <code>{}</code>", Layout.shortened(row.text())));
    }

    private static String severity(HistoryRow row) {
        return switch (row.value("event/severity")) {
            case "warn" -> "warn";
            case "error" -> "error";
            default -> "";
        };
    }

    private static Html values(Map<String, String> values) {
        List<Html> all = new ArrayList<>();
        values.forEach((key, value) -> all
                .add(Html.of("<span class=\"pair\"><code>{}</code> {}</span>", key, Layout.shortened(value))));
        return all.size() <= OPEN_VALUES ? Html.join(all)
                : Html.of("<details><summary>{} values</summary>{}</details>", all.size(), Html.join(all));
    }
}
