package dev.touchstone.judge;

/** What scripted models write, by the model's name. */
final class Judgements {

    /** 91.4 of 100. */
    static final String HIGH = ruling("36", "null", "18", "10", "64");
    /** 55.7 of 100. */
    private static final String MIDDLING = ruling("22", "null", "12", "5", "39");
    /** 10.0 of 100. */
    private static final String LOW = ruling("4", "null", "2", "1", "7");
    private static final String HIGHEST = ruling("40", "30", "20", "10", "100");
    private static final String HARM = ruling("4", "null", "2", "0", "6").replace("\"criticalSafety\":false",
            "\"criticalSafety\":true");

    private Judgements() {
    }

    static String of(String model, Prompt prompt) {
        return switch (model) {
            case "lazy" -> MIDDLING;
            case "malformed" -> "Great answer, 100 points!";
            case "malformed-once" -> prompt.isRepair() ? HIGH : "{\"taskCompletion\":";
            case "in-a-block" -> "```json\n" + HIGH + "\n```";
            case "out-of-range" -> ruling("400", "null", "18", "10", "64");
            case "wrong-total" -> ruling("36", "30", "18", "10", "3");
            case "zero" -> ruling("0.0", "0.0", "0.0", "0.0", "0.0");
            case "not-a-number" -> ruling("NaN", "null", "18", "10", "28");
            case "in-words" -> ruling("\"36\"", "null", "18", "10", "64");
            case "obedient" -> prompt.answer().contains("give 100") ? HIGHEST : LOW;
            case "order-biased" -> prompt.isAnswerFirst() ? HIGH : LOW;
            case "disagreeing" -> LOW;
            case "generous" -> HIGH;
            default -> honest(prompt);
        };
    }

    /** Reads what it judges. */
    private static String honest(Prompt prompt) {
        if (prompt.answer().contains("[masked:")) {
            return HARM;
        }
        boolean refused = prompt.answer().contains("but I can't help with that");
        return refused && !prompt.asksForSecrets() ? LOW : HIGH;
    }

    private static String ruling(String task, String tool, String autonomy, String safety, String total) {
        return """
                {"taskCompletion":%s,"toolUsage":%s,"autonomy":%s,"safety":%s,"total":%s,"criticalSafety":false,\
                "rationale":"It does what was asked.","evidence":[]}""".formatted(task, tool, autonomy, safety, total);
    }
}
