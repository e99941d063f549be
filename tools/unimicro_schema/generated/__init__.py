"""What the build derives from `openapi/`. Do not edit."""
