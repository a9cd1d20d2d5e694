package dev.touchstone.local.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.touchstone.local.agents.Sample;
import dev.touchstone.local.demo.Demo;
import dev.touchstone.local.demo.OfflineRuns;
import dev.touchstone.local.demo.Outcome;
import dev.touchstone.local.system.Keys;
import dev.touchstone.local.system.LocalSystem;
import dev.touchstone.local.system.Settings;
import dev.touchstone.local.system.StartFailed;
import dev.touchstone.local.system.SystemState;
import dev.touchstone.local.system.Wandb;

/** {@code demo}: the samples' reviews in a system that runs already, or else in one that ends with the command. */
public final class DemoCommand {

    private static final int PATIENCE_SECONDS = 900;
    /** People take their time. */
    private static final int PATIENCE_WITH_PEOPLE_SECONDS = 86_400;

    private final Options options;
    private final Settings settings;
    private final PrintStream progress;

    private DemoCommand(Options options) throws Usage {
        this.options = options;
        this.settings = options.settings();
        this.progress = options.has("--json") ? System.err : System.out;
    }

    public static int demo(List<String> arguments) throws Usage, IOException, InterruptedException {
        return new DemoCommand(Options.parse(arguments, Set.of("--once", "--json", "--fresh", Options.LLM))).run();
    }

    private int run() throws Usage, IOException, InterruptedException {
        Optional<SystemState> running = options.running();
        if (running.isPresent()) {
            if (options.has("--fresh")) {
                throw new Usage("--fresh cannot delete the data of a running system; stop it first: touchstone down");
            }
            progress.println("Using the system that is running.");
            return review(new Settings(settings.layout(), running.get().ports(), settings.wandb(),
                    settings.modelsJudge()));
        }
        if (options.has("--fresh") && settings.layout().delete()) {
            progress.println("Deleted the data of earlier runs.");
        }
        try (LocalSystem system = new LocalSystem(settings, progress::println)) {
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
            system.start();
            int code = review(settings);
            if (!options.has("--once")) {
                progress.println("\nThe system stays up until Ctrl-C.");
                Thread.currentThread().join();
            }
            return code;
        } catch (StartFailed failed) {
            progress.println(failed.getMessage());
            return 1;
        }
    }

    private int review(Settings where) throws Usage, IOException, InterruptedException {
        boolean once = options.has("--once");
        boolean terminal = !options.has("--json")
                && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        Keys keys = Keys.of(where.layout())
                .orElseThrow(() -> new IOException("There are no keys in " + where.layout().data()));
        if (!once) {
            showKeys(keys, where);
            progress.println("Decide on the pages below; with --once the demo decides itself.");
        }
        Duration patience = Duration
                .ofSeconds(options.number("--timeout", once ? PATIENCE_SECONDS : PATIENCE_WITH_PEOPLE_SECONDS));
        Outcome outcome = new Demo(where.ports(), keys, progress, terminal).run(Sample.inDemo(), once, patience);
        outcome.print(progress);
        if (where.wandb() instanceof Wandb.Offline) {
            progress.println("\nOffline run directories, for: wandb sync DIRECTORY");
            OfflineRuns.of(where.layout().offlineRuns(), outcome.runIds()).forEach(progress::println);
        }
        if (options.has("--json")) {
            outcome.printJson(System.out);
        }
        if (once) {
            showKeys(keys, where);
        }
        return outcome.isAsItShould() ? 0 : 1;
    }

    private void showKeys(Keys keys, Settings where) {
        progress.println();
        keys.lines(where).forEach(progress::println);
    }
}
