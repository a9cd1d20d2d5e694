package dev.touchstone.telemetry.evidence;

class MemoryShelfTest extends ShelfKit {

    private final MemoryShelf shelf = new MemoryShelf();

    @Override
    Shelf shelf() {
        return shelf;
    }
}
