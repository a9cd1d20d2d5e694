package dev.touchstone.local.wandb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

/** {@code wandb-emulator [--port N] [--dump FILE]}: runs an emulator until the process is told to end. */
public final class WandbEmulatorCommand {

    static final int DEFAULT_PORT = 8090;
    static final String USAGE = "usage: wandb-emulator [--port N] [--dump FILE]";

    /** What the command line asks for. */
    record Options(int port, @Nullable Path dump) {

        /** @throws IllegalArgumentException with a sentence for the user */
        static Options parse(String... args) {
            int port = DEFAULT_PORT;
            Path dump = null;
            for (int i = 0; i < args.length; i += 2) {
                if (i + 1 == args.length) {
                    throw new IllegalArgumentException(args[i] + " needs a value; " + USAGE);
                }
                switch (args[i]) {
                    case "--port" -> port = port(args[i + 1]);
                    case "--dump" -> dump = Path.of(args[i + 1]);
                    default -> throw new IllegalArgumentException("unknown option " + args[i] + "; " + USAGE);
                }
            }
            return new Options(port, dump);
        }

        private static int port(String text) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
                throw new IllegalArgumentException("not a port: " + text);
            }
            return Integer.parseInt(text);
        }
    }

    private WandbEmulatorCommand() {
    }

    /** @return the process's exit code; with proper arguments only once the process is ending */
    public static int run(String... args) {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        WandbEmulator emulator = WandbEmulator.start(options.port());
        System.out.println("W&B emulator at " + emulator.url() + " (any API key of 40 or more characters)");
        return untilTheEnd(emulator, options.dump());
    }

    private static int untilTheEnd(WandbEmulator emulator, @Nullable Path dump) {
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            finish(emulator, dump);
            end.countDown();
        }, "wandb-emulator-end"));
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void finish(WandbEmulator emulator, @Nullable Path dump) {
        emulator.close();
        if (dump != null) {
            try {
                emulator.dump(dump);
            } catch (IOException e) {
                System.err.println("could not write " + dump + ": " + e.getMessage());
            }
        }
    }
}
