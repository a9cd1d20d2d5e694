package dev.touchstone.local.wandb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

/** {@code wandb-emulator}: runs an emulator until the process is told to end. */
public final class WandbEmulatorCommand {

    static final int DEFAULT_PORT = 8090;
    /** The process's exit code after violations in strict mode. */
    static final int VIOLATED = 9;
    static final String USAGE = "usage: wandb-emulator [--port N] [--strict] [--dump FILE] [--data DIR]";

    /**
     * What the command line asks for.
     *
     * @param strict whether violations make the command fail
     * @param data where the runs are kept; null for memory
     */
    record Options(int port, boolean strict, @Nullable Path dump, @Nullable Path data) {

        /** @throws IllegalArgumentException with a sentence for the user */
        static Options parse(String... args) {
            int port = DEFAULT_PORT;
            boolean strict = false;
            Path dump = null;
            Path data = null;
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--port" -> port = port(value(args, i++));
                    case "--dump" -> dump = Path.of(value(args, i++));
                    case "--data" -> data = Path.of(value(args, i++));
                    case "--strict" -> strict = true;
                    default -> throw new IllegalArgumentException("unknown option " + args[i] + "; " + USAGE);
                }
            }
            return new Options(port, strict, dump, data);
        }

        private static String value(String[] args, int option) {
            if (option + 1 == args.length) {
                throw new IllegalArgumentException(args[option] + " needs a value; " + USAGE);
            }
            return args[option + 1];
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
        WandbEmulator emulator = WandbEmulator.start(options.port(),
                EmulatorSettings.defaults().keptIn(options.data()));
        System.out.println("W&B emulator at " + emulator.url() + " (any API key of 40 or more characters)");
        return untilTheEnd(emulator, options);
    }

    private static int untilTheEnd(WandbEmulator emulator, Options options) {
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            int code = finish(emulator, options);
            end.countDown();
            if (options.strict()) {
                // A signal ends a process with a code of its own, which is never 0, unless a hook is quicker.
                System.err.flush();
                Runtime.getRuntime().halt(code);
            }
        }, "wandb-emulator-end"));
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** @return the process's exit code */
    static int finish(WandbEmulator emulator, Options options) {
        emulator.close();
        if (options.dump() != null) {
            try {
                emulator.dump(options.dump());
            } catch (IOException e) {
                System.err.println("could not write " + options.dump() + ": " + e.getMessage());
            }
        }
        if (options.strict() && emulator.violations() > 0) {
            System.err.println("violations of the protocol: " + emulator.violations());
            return VIOLATED;
        }
        return 0;
    }
}
