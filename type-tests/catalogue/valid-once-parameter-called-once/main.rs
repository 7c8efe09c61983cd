include!("../prelude.rs");

fn maybe(commit: impl FnOnce(), cancel: impl FnOnce()) {
    if coin() {
        commit();
    } else {
        cancel();
    }
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = get_unused_fd_flags(current, O_CLOEXEC)?;
    let b = get_unused_fd_flags(current, O_CLOEXEC)?;
    maybe(|| put_unused_fd(a), || put_unused_fd(b));
    Ok(())
}
