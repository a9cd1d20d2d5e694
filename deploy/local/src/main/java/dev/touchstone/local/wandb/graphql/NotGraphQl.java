package dev.touchstone.local.wandb.graphql;

/** The text is no GraphQL document, or asks for what cannot be carried out. */
final class NotGraphQl extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String words;

    NotGraphQl(String words) {
        super(words);
        this.words = words;
    }

    String words() {
        return words;
    }
}
