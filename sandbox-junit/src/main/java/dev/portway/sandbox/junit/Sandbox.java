package dev.portway.sandbox.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a world of a Graph sandbox, as a {@link SandboxWorld}:
 *
 * <pre>
 * &#64;Sandbox
 * class OnboardingTest {
 *
 *     &#64;Test
 *     void number_isRegistered(SandboxWorld sandbox) {
 *         var onboarding = new Onboarding(sandbox.graph(), sandbox.token());
 *         …
 *     }
 * }
 * </pre>
 *
 * On a class it says which world its {@code SandboxWorld} parameters are about. On a parameter or a field of that type it says so for this
 * one, whatever stands on the class.
 *
 * <p>The sandbox is started once in the process, on a free port of the loopback address, and stopped after the last test. Each top-level
 * class has a world of its own, with tokens, a clock, switches, faults and a history of calls of its own, so classes may run side by side. Nested classes share it. Whoever
 * asks twice for the same world in one class, or with {@link Life#METHOD} in one method, gets the same.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.PARAMETER})
@ExtendWith(SandboxExtension.class)
public @interface Sandbox {

    /**
     * The name of a world that comes along, such as {@code brazil}, or a world file on the class path, which ends in {@code .json}: beside the
     * test class, or from the root when it begins with a slash.
     */
    String world() default "default";

    /** How long a world lives. */
    Life per() default Life.CLASS;

    /** How long a world lives. */
    enum Life {
        /** From the first test of a top-level class to its last: what one test changes the next one sees. */
        CLASS,
        /** One for each test method, {@code BeforeEach} and {@code AfterEach} included. */
        METHOD
    }
}
