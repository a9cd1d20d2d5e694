package dev.touchstone.local.wandb.graphql;

import java.util.List;

/** One operation of a document, ready to be carried out. */
record Operation(boolean mutation, String name, List<Field> selection) {

    Operation {
        selection = List.copyOf(selection);
    }
}
