package dev.touchstone.local.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much memory processes hold, in mebibytes. What several of them share counts for each in part, so that figures can
 * be added: each connection of PostgreSQL's is a process, and all of them show the same buffers as their own.
 */
public final class Memory {

    private static final Pattern SHARE = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final long KIBIBYTES = 1024;

    private Memory() {
    }

    /** @return what one process holds, empty where this cannot be told */
    public static OptionalLong of(long pid) {
        return mebibytes(List.of(pid));
    }

    /** @return what a process and all that it started hold, empty where this cannot be told */
    public static OptionalLong ofAll(long pid) {
        return mebibytes(Stream.concat(Stream.of(pid), ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)).toList());
    }

    private static OptionalLong mebibytes(List<Long> pids) {
        // Those that end in between hold nothing any more.
        long[] known = pids.stream().flatMapToLong(pid -> kibibytes(pid).stream()).toArray();
        return known.length == 0 ? OptionalLong.empty() : OptionalLong.of(Arrays.stream(known).sum() / KIBIBYTES);
    }

    private static OptionalLong kibibytes(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            if (!Files.exists(process.resolve("status"))) {
                return fromPs(pid);
            }
            OptionalLong share = find(SHARE, process.resolve("smaps_rollup"));
            return share.isPresent() ? share : find(RESIDENT, process.resolve("status"));
        } catch (IOException | NumberFormatException unknown) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong find(Pattern pattern, Path file) throws IOException {
        if (!Files.isReadable(file)) {
            return OptionalLong.empty();
        }
        Matcher matcher = pattern.matcher(Files.readString(file));
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    /** macOS has no /proc, and tells only what is resident. */
    private static OptionalLong fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        try (var output = ps.getInputStream()) {
            String kibibytes = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            return kibibytes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(kibibytes));
        }
    }
}
