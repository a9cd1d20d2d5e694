package dev.touchstone.sandbox.egress;

class FixedResolverTest extends ResolverKit {

    @Override
    Resolver resolver() {
        return new FixedResolver().with("localhost", "127.0.0.1");
    }
}
