package dev.touchstone.local.client;

import java.util.HashMap;
import java.util.Map;

/** Shows how far one review is, each time it is looked at. */
interface Display {

    void show(Progress progress);

    static Display on(Output output, boolean terminal) {
        return terminal ? new Table(output) : new Lines(output);
    }

    /** For whoever reads the end only. */
    static Display none() {
        return progress -> {
        };
    }

    /** A line for each change: for logs and pipes. */
    final class Lines implements Display {

        private final Output output;
        private final Map<String, String> shown = new HashMap<>();

        Lines(Output output) {
            this.output = output;
        }

        @Override
        public void show(Progress progress) {
            for (Progress.Step step : progress.steps()) {
                String what = progress.round() + " " + step.stage() + " " + step.attempt();
                if (!step.status().equals("pending") && !step.status().equals(shown.put(what, step.status()))) {
                    output.line("%-12s%-4s%-14s%s", step.stage(), attempt(step), step.status(), step.message());
                }
            }
            if (!progress.state().equals(shown.put("review", progress.state()))) {
                output.line("%-16s%s", "review", progress.state());
            }
        }
    }

    /** A table that is drawn over itself. It keeps to 80 columns: a line that wraps could not be drawn over. */
    final class Table implements Display {

        private static final int COLUMNS = 79;

        private final Output output;
        private int drawn;

        Table(Output output) {
            this.output = output;
        }

        @Override
        public void show(Progress progress) {
            StringBuilder table = new StringBuilder(drawn > 0 ? "\033[" + drawn + "A" : "");
            String round = progress.round() > 1 ? "  round " + progress.round() : "";
            line(table, progress.agentId() + " " + progress.revision() + round + "  " + progress.state());
            drawn = 1;
            for (Progress.Step step : progress.steps()) {
                line(table, "  %-12s%-4s%-20s%s".formatted(step.stage(), attempt(step), step, step.message()));
                drawn++;
            }
            output.draw(table.toString());
        }

        private static void line(StringBuilder table, String text) {
            table.append("\033[2K").append(Plain.fit(text, COLUMNS)).append('\n');
        }
    }

    private static String attempt(Progress.Step step) {
        return step.attempt() > 0 ? "#" + step.attempt() : "";
    }
}
