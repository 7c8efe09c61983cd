include!("../prelude.rs");

fn twice(commit: impl FnOnce()) {
    commit();
    commit(); //~ E0382
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    twice(|| put_unused_fd(fd));
    Ok(())
}
