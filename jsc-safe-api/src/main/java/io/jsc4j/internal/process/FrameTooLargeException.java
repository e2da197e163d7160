package io.jsc4j.internal.process;

/** What one side would say is more than fits into a frame. Nothing of it has been sent. */
public final class FrameTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FrameTooLargeException() {
    super("the data is too large to cross between processes: written as JSON it is more than " + Wire.MAX_FRAME
        + " bytes");
  }
}
