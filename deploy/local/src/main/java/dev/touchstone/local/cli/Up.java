package dev.touchstone.local.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.touchstone.local.Main;
import dev.touchstone.local.system.Keys;
import dev.touchstone.local.system.Layout;
import dev.touchstone.local.system.LocalSystem;
import dev.touchstone.local.system.Settings;
import dev.touchstone.local.system.StartFailed;
import dev.touchstone.local.system.SystemState;

/** {@code up}: starts a system in the background and returns when it is ready. {@code run} is that background. */
public final class Up {

    private Up() {
    }

    public static int up(List<String> arguments) throws Usage, IOException, InterruptedException {
        Options options = Options.parse(arguments, Set.of(Options.LLM));
        Settings settings = options.settings();
        Optional<SystemState> running = options.running();
        if (running.isPresent()) {
            System.out.println("It is running already.");
            Status.print(settings.layout(), running.get());
            showKeys(new Settings(settings.layout(), running.get().ports(), settings.wandb(),
                    settings.modelsJudge()));
            return 0;
        }
        Path log = settings.layout().log("launcher");
        Files.createDirectories(settings.layout().logs());
        Files.writeString(log, "");
        Process launcher = daemon(settings.layout(), arguments, log);
        int code = follow(launcher, log, settings);
        if (code == 0) {
            showKeys(settings);
        }
        return code;
    }

    /** Here and not in the background, of which a log is kept. */
    private static void showKeys(Settings settings) {
        Keys.of(settings.layout()).map(keys -> keys.lines(settings)).ifPresent(lines -> {
            System.out.println();
            lines.forEach(System.out::println);
        });
    }

    /** Returns when a signal has ended the process, so: never. */
    public static int run(List<String> arguments) throws Usage, InterruptedException {
        Settings settings = Options.parse(arguments, Set.of(Options.LLM)).settings();
        LocalSystem system = new LocalSystem(settings, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
        try {
            system.start();
        } catch (StartFailed failed) {
            System.out.println(failed.getMessage());
            return 1;
        }
        Thread.currentThread().join();
        return 0;
    }

    /** nohup, since the terminal may be closed while the system goes on. */
    private static Process daemon(Layout layout, List<String> arguments, Path log) throws IOException {
        List<String> words = new ArrayList<>(List.of("nohup", Layout.java().toString()));
        words.addAll(Main.JVM);
        words.addAll(List.of("-Dtouchstone.home=" + layout.home(), "-cp", Layout.classPath(), Main.class.getName(), "run"));
        words.addAll(arguments);
        return new ProcessBuilder(words).redirectInput(new File("/dev/null")).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    private static int follow(Process launcher, Path log, Settings settings) throws IOException, InterruptedException {
        int shown = 0;
        while (true) {
            boolean alive = launcher.isAlive();
            boolean ready = SystemState.read(settings.layout().state())
                    .filter(state -> state.launcher().number() == launcher.pid())
                    .filter(state -> state.phase() == SystemState.Phase.READY).isPresent();
            List<String> lines = Files.readAllLines(log);
            lines.subList(shown, lines.size()).forEach(System.out::println);
            shown = lines.size();
            if (!alive || ready) {
                return alive ? 0 : 1;
            }
            Thread.sleep(200);
        }
    }
}
