package dev.touchstone.telemetry.wandb.filestream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** As many lines, in order, as one request may hold. */
public final class LineBatch {

    /** The sum of the bytes of all lines in one request, as the official client keeps to. */
    public static final long LARGEST_REQUEST = 10L << 20;

    private LineBatch() {
    }

    /**
     * @param room in bytes
     * @return never empty where there are lines: a line that is too long for any request still goes alone, so that the
     *         server says so instead of the run standing still without a reason
     */
    public static List<String> fill(List<String> lines, long room) {
        List<String> batch = new ArrayList<>();
        long left = room;
        for (String line : lines) {
            left -= size(line);
            if (left < 0 && !batch.isEmpty()) {
                break;
            }
            batch.add(line);
        }
        return batch;
    }

    public static long size(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length;
    }
}
