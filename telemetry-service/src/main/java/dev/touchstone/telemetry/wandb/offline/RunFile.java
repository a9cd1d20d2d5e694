package dev.touchstone.telemetry.wandb.offline;

/**
 * A file of the run besides those that every run has.
 *
 * @param path below the run's files, with slashes; never out of there
 */
public record RunFile(String path, Kind kind, FileContent content) {

    /** What a file is to W&amp;B. The numbers are those of its protobuf enumeration. */
    public enum Kind {

        OTHER(0),
        OWN(1),
        MEDIA(2);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /**
     * @throws IllegalArgumentException if the path leads elsewhere, or is a pattern: readers expand {@code *}, {@code ?} and
     *         {@code [}
     */
    public RunFile {
        boolean inside = path.matches("[^/\\\\*?\\[\\]\\p{C}]+(/[^/\\\\*?\\[\\]\\p{C}]+)*")
                && !path.matches("(.*/)?\\.{1,2}(/.*)?");
        if (!inside) {
            throw new IllegalArgumentException("A path that is not plainly one of a file of the run");
        }
    }
}
