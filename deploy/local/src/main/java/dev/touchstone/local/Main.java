package dev.touchstone.local;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.local.cli.CompareLedger;
import dev.touchstone.local.cli.DemoCommand;
import dev.touchstone.local.cli.Down;
import dev.touchstone.local.cli.Logs;
import dev.touchstone.local.cli.NothingRuns;
import dev.touchstone.local.cli.ReviewCommands;
import dev.touchstone.local.cli.Status;
import dev.touchstone.local.cli.Submit;
import dev.touchstone.local.cli.Surroundings;
import dev.touchstone.local.cli.Up;
import dev.touchstone.local.cli.Usage;
import dev.touchstone.local.cli.VerifyLedger;
import dev.touchstone.local.cli.WatchCommand;
import dev.touchstone.local.client.ExitCode;
import dev.touchstone.local.wandb.WandbEmulatorCommand;

/** The commands of {@code ./touchstone} that need the program; the script itself builds and tests. */
public final class Main {

    /** With what this program is run; the script says the same. */
    public static final List<String> JVM = List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private Main() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments), Surroundings.ofProcess()));
    }

    private static int run(List<String> arguments, Surroundings surroundings) throws InterruptedException {
        if (arguments.isEmpty()) {
            System.err.println("a command is missing; see: touchstone help");
            return ExitCode.USAGE.number();
        }
        List<String> rest = arguments.subList(1, arguments.size());
        try {
            return switch (arguments.getFirst()) {
                case "submit" -> Submit.submit(rest, surroundings).number();
                case "validate" -> ReviewCommands.validate(rest, surroundings).number();
                case "watch" -> WatchCommand.watch(rest, surroundings).number();
                case "events" -> WatchCommand.events(rest, surroundings).number();
                case "cancel" -> ReviewCommands.cancel(rest, surroundings).number();
                case "status" -> Status.isLocal(rest) ? Status.status(rest)
                        : ReviewCommands.status(rest, surroundings).number();
                case "compare-ledger" -> CompareLedger.compare(rest, surroundings).number();
                case "verify-ledger" -> VerifyLedger.verify(rest, surroundings).number();
                case "demo" -> DemoCommand.demo(rest);
                case "up" -> Up.up(rest);
                case "run" -> Up.run(rest);
                case "down" -> Down.down(rest);
                case "logs" -> Logs.logs(rest);
                case "wandb-emulator" -> WandbEmulatorCommand.run(rest.toArray(String[]::new));
                default -> throw new Usage("there is no command " + arguments.getFirst());
            };
        } catch (Usage wrong) {
            return said(wrong.getMessage(), ExitCode.USAGE);
        } catch (NoSuchFileException missing) {
            return said("there is no file " + missing.getFile(), ExitCode.USAGE);
        } catch (NothingRuns nobody) {
            return said(nobody.getMessage(), ExitCode.UNREACHABLE);
        } catch (IOException | RuntimeException fault) {
            // Left to the virtual machine it would end with 1, which says that a review rejected something.
            return said("touchstone failed: " + fault, ExitCode.FAULT);
        }
    }

    private static int said(@Nullable String words, ExitCode code) {
        System.err.println(words);
        return code.number();
    }
}
