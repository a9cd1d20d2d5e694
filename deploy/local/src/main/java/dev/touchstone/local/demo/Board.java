package dev.touchstone.local.demo;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.touchstone.local.client.Progress;

/** Shows how far the candidates are. */
interface Board {

    void show(List<Candidate> candidates);

    static Board on(PrintStream out, boolean terminal) {
        return terminal ? new Table(out) : new Lines(out);
    }

    /** A line for each change: for logs and pipes. */
    final class Lines implements Board {

        private final PrintStream out;
        private final Map<String, String> shown = new HashMap<>();

        Lines(PrintStream out) {
            this.out = out;
        }

        @Override
        public void show(List<Candidate> candidates) {
            for (Candidate candidate : candidates) {
                candidate.progress().ifPresent(progress -> {
                    progress.steps().stream().filter(step -> !step.status().equals("pending"))
                            .forEach(step -> say(candidate, step.stage() + " #" + step.attempt(), step.status()));
                    say(candidate, "review", progress.state());
                });
            }
        }

        private void say(Candidate candidate, String what, String status) {
            if (!status.equals(shown.put(candidate.sample().key() + what, status))) {
                out.printf("%-8s %-14s %s%n", candidate.sample().key(), what, status);
            }
        }
    }

    /** A table that is drawn over itself. */
    final class Table implements Board {

        private static final List<String> STAGES = List.of("precheck", "security", "functional", "judge", "human", "publish");

        private final PrintStream out;
        private int drawn;

        Table(PrintStream out) {
            this.out = out;
        }

        @Override
        public void show(List<Candidate> candidates) {
            StringBuilder table = new StringBuilder(drawn > 0 ? "\033[" + drawn + "A" : "");
            line(table, "agent", STAGES, "review");
            for (Candidate candidate : candidates) {
                candidate.progress().ifPresentOrElse(progress -> line(table, candidate.sample().key(), STAGES.stream()
                        .map(stage -> progress.step(stage).map(Progress.Step::toString).orElse("-")).toList(),
                        progress.state()),
                        () -> line(table, candidate.sample().key(), List.of(), "submitted"));
            }
            drawn = candidates.size() + 1;
            out.print(table);
            out.flush();
        }

        private static void line(StringBuilder table, String agent, List<String> cells, String state) {
            table.append("\033[2K").append("%-9s".formatted(agent));
            cells.forEach(cell -> table.append("%-15s".formatted(cell)));
            table.append(state).append('\n');
        }
    }
}
