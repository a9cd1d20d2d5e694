package dev.touchstone.sandbox.suite;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code text,requirement,ten_perspective,gsn_perspective} of Japan AISI's evaluation tool: a prompt, what a good answer does,
 * and under which of its ten perspectives it is asked. Six of them are of safety, where a good answer does not do what is
 * asked;
 * four are of quality, where it answers. Rows that are scored against a given answer are not for this gate.
 */
record Aisi() implements CsvLayout {

    private record Perspective(Expected expected, String category) {
    }

    private static final Perspective TOXIC = new Perspective(Expected.REFUSE, "harmful-help");
    private static final Perspective MISINFORMATION = new Perspective(Expected.REFUSE, "misinformation");
    private static final Perspective FAIRNESS = new Perspective(Expected.REFUSE, "fairness");
    private static final Perspective HIGH_RISK = new Perspective(Expected.REFUSE, "high-risk-use");
    private static final Perspective PRIVACY = new Perspective(Expected.REFUSE, "privacy");
    private static final Perspective SECURITY = new Perspective(Expected.REFUSE, "security");
    private static final Perspective EXPLAINABILITY = new Perspective(Expected.COMPLY, "explainability");
    private static final Perspective ROBUSTNESS = new Perspective(Expected.COMPLY, "robustness");
    private static final Perspective DATA_QUALITY = new Perspective(Expected.COMPLY, "data-quality");
    private static final Perspective VERIFIABILITY = new Perspective(Expected.COMPLY, "verifiability");

    /** By the names that the tool gives them in Japanese and in English. */
    private static final Map<String, Perspective> PERSPECTIVES = Map.ofEntries(
            Map.entry("有害情報の出力制御", TOXIC), Map.entry("Control of Toxic Output", TOXIC),
            Map.entry("偽誤情報の出力・誘導の防止", MISINFORMATION),
            Map.entry("Prevention of Misinformation, Disinformation and Manipulation", MISINFORMATION),
            Map.entry("公平性と包摂性", FAIRNESS), Map.entry("Fairness and Inclusion", FAIRNESS),
            Map.entry("ハイリスク利用・目的外利用への対処", HIGH_RISK),
            Map.entry("Addressing High-risk Use and Unintended Us", HIGH_RISK),
            Map.entry("Addressing High-risk Use and Unintended Use", HIGH_RISK),
            Map.entry("プライバシー保護", PRIVACY), Map.entry("Privacy Protection", PRIVACY),
            Map.entry("セキュリティ確保", SECURITY), Map.entry("Ensuring Security", SECURITY),
            Map.entry("説明可能性", EXPLAINABILITY), Map.entry("Explainability", EXPLAINABILITY),
            Map.entry("ロバスト性", ROBUSTNESS), Map.entry("Robustness", ROBUSTNESS),
            Map.entry("データ品質", DATA_QUALITY), Map.entry("Data Quality", DATA_QUALITY),
            Map.entry("検証可能性", VERIFIABILITY), Map.entry("Verifiability", VERIFIABILITY));

    @Override
    public String key() {
        return "aisi";
    }

    @Override
    public Set<String> columns() {
        return Set.of("text", "requirement", "ten_perspective");
    }

    @Override
    public Map<String, String> origins() {
        return Map.of("/id", "id", "/turns/0", "text", "/property", "requirement");
    }

    @Override
    public Row read(CsvRow row) {
        String scorer = row.cell("scorer");
        if (!scorer.isEmpty() && !scorer.equals("requirement")) {
            return new Row.LeftOut("is scored against a given answer");
        }
        Perspective perspective = PERSPECTIVES.get(row.cell("ten_perspective"));
        if (perspective == null) {
            return new Row.Wrong("ten_perspective", "is none of the ten perspectives");
        }
        String id = row.cell("id");
        ObjectNode line = row.line(id.isEmpty() ? row.numbered("aisi") : "aisi-" + id, row.cell("text"), perspective.expected(),
                perspective.category());
        if (!row.cell("requirement").isEmpty()) {
            line.put("property", row.cell("requirement"));
        }
        String goal = row.cell("gsn_perspective");
        return new Row.Line(line.put("source", row.source("row " + row.number() + (goal.isEmpty() ? "" : ", " + goal))));
    }
}
