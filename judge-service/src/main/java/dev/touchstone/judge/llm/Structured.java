package dev.touchstone.judge.llm;

/** How a host is told what form a reply has. Not all that speak a provider's language know all of it. */
public enum Structured {
    /** By the JSON Schema itself: the host lets the model write nothing else. */
    SCHEMA,
    /** As JSON of any form. */
    JSON,
    /** Not at all: the prompt says it, and the reply is read as strictly. */
    NONE
}
