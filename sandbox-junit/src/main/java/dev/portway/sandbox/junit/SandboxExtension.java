package dev.portway.sandbox.junit;

import dev.portway.sandbox.SandboxOptions;
import dev.portway.sandbox.junit.Sandbox.Life;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;

/** Does what {@link Sandbox} promises: opens worlds where they are first asked for, and closes each with the class or method it is for. */
final class SandboxExtension implements BeforeAllCallback, TestInstancePostProcessor, BeforeEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(SandboxExtension.class);

    /** The one sandbox of the process, which JUnit closes after the last test. */
    private static final class Running implements AutoCloseable {

        private final dev.portway.sandbox.Sandbox sandbox = dev.portway.sandbox.Sandbox.start(SandboxOptions.onFreePort());
        private final AtomicInteger opened = new AtomicInteger();

        Opened open(WorldChoice choice, Class<?> test) {
            return new Opened(this, choice.open(sandbox, test, opened.incrementAndGet()));
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }

    /** A world while its class or method runs, which JUnit closes after it. */
    private record Opened(Running running, SandboxWorld world) implements AutoCloseable {

        @Override
        public void close() {
            running.sandbox.close(world.name());
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        fill(context, null, Life.CLASS);
    }

    /** Fields of a class's world are there before {@code BeforeAll} of classes with one instance; those of a method's come with the method. */
    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
        fill(context, test, Life.CLASS);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getRequiredTestInstances().getAllInstances().forEach(test -> fill(context, test, Life.METHOD));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SandboxWorld.class;
    }

    @Override
    public SandboxWorld resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> declaring = parameter.getDeclaringExecutable().getDeclaringClass();
        return world(parameter.findAnnotation(Sandbox.class)
                .map(asked -> WorldChoice.of(asked, declaring))
                .or(() -> onClass(context))
                .orElseThrow(() -> new ParameterResolutionException("neither this parameter nor its class has @Sandbox")), context);
    }

    /** The nearest there is: on the class, what it extends, or a class around it. */
    private static Optional<WorldChoice> onClass(ExtensionContext context) {
        return Stream.<Class<?>>iterate(context.getRequiredTestClass(), Objects::nonNull, Class::getEnclosingClass)
                .flatMap(each -> AnnotationSupport.findAnnotation(each, Sandbox.class).map(asked -> WorldChoice.of(asked, each)).stream())
                .findFirst();
    }

    /** Sets the fields whose worlds live so long: the static ones, or those of {@code test}. */
    private static void fill(ExtensionContext context, @Nullable Object test, Life life) {
        Predicate<Field> ours = field -> Modifier.isStatic(field.getModifiers()) == (test == null);
        Class<?> type = test == null ? context.getRequiredTestClass() : test.getClass();
        for (Field field : AnnotationSupport.findAnnotatedFields(type, Sandbox.class, ours)) {
            Sandbox asked = AnnotationSupport.findAnnotation(field, Sandbox.class).orElseThrow();
            if (test == null && asked.per() == Life.METHOD) {
                throw new ExtensionConfigurationException(field + " is static and cannot have a world for each method");
            }
            if (asked.per() == life) {
                set(field, test, world(WorldChoice.of(asked, field.getDeclaringClass()), context));
            }
        }
    }

    private static void set(Field field, @Nullable Object test, SandboxWorld world) {
        if (field.getType() != SandboxWorld.class) {
            throw new ExtensionConfigurationException("@Sandbox wants a field of type SandboxWorld, not " + field);
        }
        try {
            field.setAccessible(true);
            field.set(test, world);
        } catch (ReflectiveOperationException e) {
            throw new ExtensionConfigurationException("cannot set " + field, e);
        }
    }

    private static SandboxWorld world(WorldChoice choice, ExtensionContext context) {
        Running running = kept(context.getRoot(), Running.class, key -> new Running(), Running.class);
        return kept(owner(choice.life(), context), choice, key -> running.open(choice, context.getRequiredTestClass()), Opened.class)
                .world();
    }

    /** The top-level class, or the method, which the world lives with. */
    private static ExtensionContext owner(Life life, ExtensionContext context) {
        if (life == Life.METHOD) {
            if (context.getTestMethod().isEmpty()) {
                throw new ExtensionConfigurationException("where no method runs, as in BeforeAll, there is no world for each method");
            }
            return context;
        }
        ExtensionContext owner = context;
        while (owner.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
            owner = owner.getParent().orElseThrow();
        }
        return owner;
    }

    /** What the class or method, or for the root all of them, has of this kind; JUnit closes it with them. */
    @SuppressWarnings("deprecation") // since JUnit 6, but JUnit 5 has no other
    private static <V> V kept(ExtensionContext owner, Object key, Function<Object, V> made, Class<V> type) {
        return Objects.requireNonNull(owner.getStore(OURS).getOrComputeIfAbsent(key, made, type));
    }
}
