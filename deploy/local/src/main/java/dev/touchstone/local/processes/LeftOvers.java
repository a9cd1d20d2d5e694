package dev.touchstone.local.processes;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes whose launcher was killed. They are stopped, since nobody watches over them any more. */
public final class LeftOvers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PidFiles files;
    private final List<String> last;

    /** @param last the names of those that the others need, in the order in which they may go */
    public LeftOvers(PidFiles files, List<String> last) {
        this.files = files;
        this.last = List.copyOf(last);
    }

    /** @return the names of the processes that still ran */
    public List<String> stop() throws IOException, InterruptedException {
        Map<String, Pid> written = files.all();
        List<String> alive = written.entrySet().stream().filter(entry -> entry.getValue().isAlive()).map(Map.Entry::getKey)
                .toList();
        end(alive.stream().filter(name -> !last.contains(name)).map(written::get).toList());
        for (String name : last) {
            if (alive.contains(name)) {
                end(List.of(written.get(name)));
            }
        }
        for (String name : written.keySet()) {
            files.remove(name);
        }
        return alive;
    }

    private static void end(List<Pid> pids) throws InterruptedException {
        List<ProcessHandle> processes = pids.stream().flatMap(pid -> pid.process().stream()).toList();
        processes.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : processes) {
            await(process);
        }
    }

    static void await(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            process.destroyForcibly();
        }
    }
}
