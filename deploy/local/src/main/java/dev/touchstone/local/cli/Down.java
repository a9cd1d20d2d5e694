package dev.touchstone.local.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.touchstone.local.system.Layout;
import dev.touchstone.local.system.LocalSystem;
import dev.touchstone.local.system.SystemState;

/** {@code down [--delete-data]}: stops the system, also what a killed launcher left. */
public final class Down {

    private static final int PATIENCE_SECONDS = 60;

    private Down() {
    }

    public static int down(List<String> arguments) throws Usage, IOException, InterruptedException {
        Options options = Options.parse(arguments, Set.of("--delete-data"));
        Layout layout = options.layout();
        Optional<SystemState> running = options.running();
        if (running.isPresent()) {
            running.get().launcher().process().ifPresent(Down::end);
        }
        List<String> left = LocalSystem.stopLeftOvers(layout);
        System.out.println(running.isEmpty() && left.isEmpty() ? "Nothing was running." : "Stopped.");
        if (options.has("--delete-data")) {
            System.out.println(layout.delete() ? "Deleted " + layout.data() + "."
                    : "There is no data of a Touchstone system in " + layout.data() + ".");
        }
        return 0;
    }

    private static void end(ProcessHandle launcher) {
        launcher.destroy();
        try {
            launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            // Its processes are stopped one by one after it.
            launcher.destroyForcibly();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
