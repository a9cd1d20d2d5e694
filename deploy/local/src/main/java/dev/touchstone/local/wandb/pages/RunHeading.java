package dev.touchstone.local.wandb.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunState;

/** The head of a run's page: its name, its state and what is known of it. */
public final class RunHeading {

    /** What an upsert says, in the order shown; the display name is the page's title. */
    private static final Map<String, String> DETAILS = details();

    private RunHeading() {
    }

    private static Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("groupName", "Group");
        details.put("jobType", "Job type");
        details.put("description", "Description");
        details.put("notes", "Notes");
        details.put("sweep", "Sweep");
        details.put("repo", "Repository");
        details.put("commit", "Commit");
        details.put("program", "Program");
        details.put("host", "Host");
        return details;
    }

    public static Html of(EmulatedRun run, RunState state) {
        List<Html> facts = new ArrayList<>();
        facts.add(fact("Run", run.key().toString()));
        facts.add(fact("Exit code", run.life().exitCode()));
        facts.add(fact("Tags", String.join(", ", run.profile().tags())));
        DETAILS.forEach((name, label) -> {
            String value = run.profile().text(name);
            if (value != null) {
                facts.add(fact(label, Layout.shortened(value)));
            }
        });
        facts.add(fact("Created", Layout.time(run.life().createdAt())));
        facts.add(fact("Last heard of", Layout.time(run.life().lastSeen())));
        facts.add(fact("Requests",
                run.life().requests() + " to the file stream, of which heartbeats " + run.life().heartbeats()));
        facts.add(fact("Lines", lines(run)));
        return Html.of("<h1>{} {}</h1>\n<dl>{}</dl>", run.displayName(), Layout.state(state), Html.join(facts));
    }

    private static String lines(EmulatedRun run) {
        return run.lines().stored().entrySet().stream().map(file -> file.getKey() + " " + file.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Html fact(String name, @Nullable Object value) {
        return Html.of("<dt>{}</dt><dd>{}</dd>", name, value);
    }
}
