package dev.touchstone.local.wandb.graphql;

/**
 * A piece of a GraphQL text.
 *
 * @param text a name, a number or a punctuator as it stands; of a string what it says
 */
record Token(Kind kind, String text) {

    enum Kind {
        NAME,
        NUMBER,
        STRING,
        PUNCTUATOR,
        END
    }

    boolean is(String punctuator) {
        return kind == Kind.PUNCTUATOR && text.equals(punctuator);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
