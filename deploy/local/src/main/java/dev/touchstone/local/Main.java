package dev.touchstone.local;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

import dev.touchstone.local.cli.DemoCommand;
import dev.touchstone.local.cli.Down;
import dev.touchstone.local.cli.Logs;
import dev.touchstone.local.cli.Status;
import dev.touchstone.local.cli.Submit;
import dev.touchstone.local.cli.Up;
import dev.touchstone.local.cli.Usage;
import dev.touchstone.local.wandb.WandbEmulatorCommand;

/** The commands of {@code ./touchstone} that need the program; the script itself builds and tests. */
public final class Main {

    /** With what this program is run; the script says the same. */
    public static final List<String> JVM = List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private Main() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.isEmpty()) {
            System.err.println("a command is missing; see: touchstone help");
            return 2;
        }
        List<String> rest = arguments.subList(1, arguments.size());
        try {
            return switch (arguments.getFirst()) {
                case "demo" -> DemoCommand.demo(rest);
                case "up" -> Up.up(rest);
                case "run" -> Up.run(rest);
                case "down" -> Down.down(rest);
                case "status" -> Status.status(rest);
                case "logs" -> Logs.logs(rest);
                case "submit" -> Submit.submit(rest);
                case "wandb-emulator" -> WandbEmulatorCommand.run(rest.toArray(String[]::new));
                default -> throw new Usage("there is no command " + arguments.getFirst());
            };
        } catch (Usage wrong) {
            System.err.println(wrong.getMessage());
            return 2;
        } catch (NoSuchFileException missing) {
            System.err.println("there is no file " + missing.getFile());
            return 2;
        }
    }
}
