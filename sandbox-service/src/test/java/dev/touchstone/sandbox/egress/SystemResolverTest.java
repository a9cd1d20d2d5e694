package dev.touchstone.sandbox.egress;

class SystemResolverTest extends ResolverKit {

    @Override
    Resolver resolver() {
        return new SystemResolver();
    }
}
