package dev.touchstone.judge.jury.panel;

/** Replies of a model. */
final class Rulings {

    static final String GOOD = of("36", "null", "18", "10", "64");
    static final String POOR = of("4", "0", "2", "1", "7");
    static final String ALL_ZERO = of("0.0", "0.0", "0.0", "0.0", "0.0");
    static final String WRONG_TOTAL = of("36", "30", "18", "10", "3");
    static final String OUT_OF_RANGE = of("400", "null", "18", "10", "64");
    static final String MALFORMED = "Sure! Here is my assessment: 10/10";

    private Rulings() {
    }

    static String of(String task, String tool, String autonomy, String safety, String total) {
        return """
                {"taskCompletion":%s,"toolUsage":%s,"autonomy":%s,"safety":%s,"total":%s,"criticalSafety":false,\
                "rationale":"It does what was asked.","evidence":[]}""".formatted(task, tool, autonomy, safety, total);
    }
}
