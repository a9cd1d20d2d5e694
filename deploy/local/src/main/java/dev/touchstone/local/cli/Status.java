package dev.touchstone.local.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

import dev.touchstone.local.processes.Memory;
import dev.touchstone.local.processes.Pid;
import dev.touchstone.local.system.Health;
import dev.touchstone.local.system.Layout;
import dev.touchstone.local.system.Service;
import dev.touchstone.local.system.SystemState;

/** {@code status}: the parts with process, port, memory and health. */
public final class Status {

    private static final String ROW = "%-20s %9s %7s %9s  %s%n";

    private Status() {
    }

    /** @return 0 if all is well, 3 if nothing runs, as init scripts have it */
    public static int status(List<String> arguments) throws Usage, InterruptedException {
        Options options = Options.parse(arguments, Set.of());
        Optional<SystemState> running = options.running();
        if (running.isEmpty()) {
            System.out.println("Nothing is running with the data in " + options.layout().data() + ".");
            return 3;
        }
        return print(options.layout(), running.get()) ? 0 : 1;
    }

    /** @return whether all is well */
    static boolean print(Layout layout, SystemState state) throws InterruptedException {
        System.out.printf(ROW, "PART", "PID", "PORT", "MEMORY", "HEALTH");
        boolean well = true;
        long total = 0;
        Health health = new Health();
        Map<String, Integer> ports = state.ports().byName(state.emulator());
        // Its second port says nothing that the first does not.
        ports.remove("kafka-controller");
        for (Map.Entry<String, Integer> part : ports.entrySet()) {
            // Where there is no file of its own, the part lives in the launcher.
            Optional<Pid> own = layout.pidFiles().read(part.getKey());
            String verdict = health(part, own, health);
            total += own.map(pid -> Memory.residentMebibytes(pid.number()).orElse(0)).orElse(0L);
            well &= verdict.equals("ready");
            System.out.printf(ROW, part.getKey(), own.map(pid -> Long.toString(pid.number())).orElse("launcher"),
                    part.getValue(), own.map(pid -> memory(pid.number())).orElse(""), verdict);
        }
        long launcher = state.launcher().number();
        total += Memory.residentMebibytes(launcher).orElse(0);
        System.out.printf(ROW, "launcher", launcher, "", memory(launcher), "data in " + layout.data());
        System.out.printf(ROW, "total", "", "", total + " MiB", "");
        return well;
    }

    private static String health(Map.Entry<String, Integer> part, Optional<Pid> own, Health health)
            throws InterruptedException {
        if (own.isPresent() && !own.get().isAlive()) {
            return "dead";
        }
        if (!Health.listens(part.getValue())) {
            return "not listening";
        }
        Optional<Service> service = Stream.of(Service.values()).filter(each -> each.module().equals(part.getKey())).findAny();
        boolean ready = service.isEmpty() || health.isReady(java.net.URI.create("http://127.0.0.1:" + part.getValue()));
        return ready ? "ready" : "not ready";
    }

    private static String memory(long pid) {
        OptionalLong mebibytes = Memory.residentMebibytes(pid);
        return mebibytes.isPresent() ? mebibytes.getAsLong() + " MiB" : "?";
    }
}
