package dev.touchstone.telemetry.wandb.api;

import java.util.Arrays;
import java.util.Optional;

/** What a server may be able to do beyond the least, as far as it changes what a client sends. Named as W&amp;B names it. */
public enum Feature {

    /** Bodies of the file stream may be packed. */
    FILESTREAM_GZIP,

    /** Console lines may be objects with level, time and label. */
    STRUCTURED_CONSOLE_LOGS,

    /** Globs in metric definitions are expanded by the server. */
    EXPAND_DEFINED_METRIC_GLOBS,

    /** Artifacts may name each other by ids that the client has given them. */
    CLIENT_IDS,

    /** Names of files may be longer than 128 characters. */
    LARGE_FILENAMES,

    /** Files of a run that is over can be told to be there. */
    MARK_RUN_FILES_UPLOADED,

    /** An artifact of another project can be used by a run. */
    USE_ARTIFACT_WITH_ENTITY_AND_PROJECT_INFORMATION,

    /** Manifest digests may be made by another algorithm than MD5. */
    ARTIFACT_DIGEST_ALGORITHM;

    /** Empty for a name that changes nothing for this client. */
    static Optional<Feature> named(String name) {
        return Arrays.stream(values()).filter(feature -> feature.name().equals(name)).findFirst();
    }
}
