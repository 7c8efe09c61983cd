include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    for _i in 0..2 {
        let a = filp_open("a")?;
        fd.fd_install(a); //~ E0382
    }
    Ok(())
}
