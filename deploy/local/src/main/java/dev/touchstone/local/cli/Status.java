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
import dev.touchstone.local.system.Ports;
import dev.touchstone.local.system.Service;
import dev.touchstone.local.system.SystemState;

/** {@code status}: the parts with process, port, memory and health. */
public final class Status {

    private static final String ROW = "%-20s %9s %7s %9s  %s%n";

    private Status() {
    }

    /** Whether the system here is asked about, and not a submission. */
    public static boolean isLocal(List<String> arguments) throws Usage {
        return Session.parse(arguments, Set.of(), Set.of("--port-base", "--wandb")).words().isEmpty();
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
        ports.keySet().removeIf(name -> name.equals("kafka-controller") || name.endsWith(":management"));
        for (Map.Entry<String, Integer> part : ports.entrySet()) {
            // Where there is no file of its own, the part lives in the launcher.
            Optional<Pid> own = layout.pidFiles().read(part.getKey());
            String verdict = health(part, own, health, state.ports());
            total += own.map(pid -> Memory.ofAll(pid.number()).orElse(0)).orElse(0L);
            well &= verdict.equals("ready");
            System.out.printf(ROW, part.getKey(), own.map(pid -> Long.toString(pid.number())).orElse("launcher"),
                    part.getValue(), own.map(pid -> memory(Memory.ofAll(pid.number()))).orElse(""), verdict);
        }
        long launcher = state.launcher().number();
        total += Memory.of(launcher).orElse(0);
        System.out.printf(ROW, "launcher", launcher, "", memory(Memory.of(launcher)), "data in " + layout.data());
        System.out.printf(ROW, "total", "", "", total + " MiB", "");
        return well;
    }

    private static String health(Map.Entry<String, Integer> part, Optional<Pid> own, Health health, Ports ports)
            throws InterruptedException {
        if (own.isPresent() && !own.get().isAlive()) {
            return "dead";
        }
        if (!Health.listens(part.getValue())) {
            return "not listening";
        }
        Optional<Service> service = Stream.of(Service.values()).filter(each -> each.module().equals(part.getKey())).findAny();
        boolean ready = service.isEmpty() || health.isReady(ports.managementUrl(service.get()));
        return ready ? "ready" : "not ready";
    }

    private static String memory(OptionalLong mebibytes) {
        return mebibytes.isPresent() ? mebibytes.getAsLong() + " MiB" : "?";
    }
}
