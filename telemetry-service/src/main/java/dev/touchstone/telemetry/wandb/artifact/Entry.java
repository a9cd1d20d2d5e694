package dev.touchstone.telemetry.wandb.artifact;

/** What an artifact holds under a path: bytes that it keeps, or the address of some that are kept elsewhere. */
public sealed interface Entry permits FileEntry, Reference {

    /** In the artifact: relative, with slashes, unique. */
    String path();
}
